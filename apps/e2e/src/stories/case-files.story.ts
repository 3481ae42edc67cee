import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { v7 as newId } from 'uuid';
import { InboxPage } from '../pages/inbox-page.ts';
import { demo } from '../support/demo.ts';
import { freshEmail, freshName } from '../support/fresh.ts';
import { Guardian } from '../support/guardian.ts';
import { mailTo, linkInMailTo } from '../support/mailbox.ts';
import { aPupil } from '../support/pupil.ts';
import { expect, test } from '../support/story.ts';

test('files go with an answer to the guardian who asked; those of a note and of an undone answer do not', async ({
  school,
  openPortal,
  openOffice,
}) => {
  const sender = freshName('Grete');
  const guardian = await Guardian.signUp(sender);
  const pupil = await aPupil(school).of(guardian).enrolled();
  const id = newId();
  const question = { id, topic: 'other', message: 'Kan jeg få en utskrift?', pupilId: pupil.id };
  await guardian.api.post('guardians/me/support-cases', question);

  const inbox = await InboxPage.open((await openOffice()).page, school.id);
  await inbox.openCaseOf(sender);
  await inbox.choose('Internt notat');
  await inbox.attach('bare for oss.pdf');
  await inbox.page.getByRole('textbox', { name: 'Notat' }).fill('Utskriften ligger her.');
  await inbox.page.getByRole('button', { name: 'Lagre notatet' }).click();
  await expect(inbox.entries.getByRole('button', { name: 'Last ned bare for oss.pdf' })).toBeVisible();
  await inbox.choose('Svar');
  await inbox.attach('feil barn.pdf');
  await inbox.attach('utskrift.pdf', '%PDF-1.4 utskrift\n');
  await inbox.answer(sender, 'Her er den.', 'La den stå åpen');
  await inbox.undo.click();
  await expect(inbox.answerTo(sender)).toHaveValue('Her er den.');
  await inbox.page.getByRole('button', { name: 'Fjern feil barn.pdf' }).click();
  await inbox.answer(sender, 'Her er den.', 'Lukk saken');

  const { page } = await openPortal(guardian);
  const mail = await mailTo(guardian.email, 'Svaret har 1 vedlegg');
  expect(mail.text).not.toContain('utskrift.pdf');
  await page.goto(`${demo.parentUrl}/henvendelser/${id}`);
  expect(await save(page, 'utskrift.pdf')).toBe('%PDF-1.4 utskrift\n');
  await expect(page.getByText('bare for oss.pdf')).toBeHidden();
  await expect(page.getByText('feil barn.pdf')).toBeHidden();
});

test('somebody without a profile saves the files of an answer by the link of the mail', async ({
  school,
  openBrowser,
  openOffice,
}) => {
  const sender = freshName('Farfar');
  const email = freshEmail();
  const visitor = { id: newId(), schoolId: school.id, name: sender, email, language: 'nb' };
  const question = { ...visitor, topic: 'no_profile', message: 'Hvordan gjør jeg det?' };
  await school.office.post('support-cases', question);
  const inbox = await InboxPage.open((await openOffice()).page, school.id);
  await inbox.openCaseOf(sender);
  await inbox.attach('veiledning.pdf', '%PDF-1.4 slik\n');
  await inbox.answer(sender, 'Slik gjør du.', 'Lukk saken');

  const page = await openBrowser();
  await page.goto(await linkInMailTo(email, 'Slik gjør du.'));
  expect(await save(page, 'veiledning.pdf')).toBe('%PDF-1.4 slik\n');
});

async function save(page: Page, fileName: string): Promise<string> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: `Last ned ${fileName}` }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe(fileName);
  return readFile(await download.path(), 'utf8');
}
