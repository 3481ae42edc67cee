import { InboxPage } from '../pages/inbox-page.ts';
import { demo } from '../support/demo.ts';
import { freshName, freshWord } from '../support/fresh.ts';
import { mailTo, sendMail } from '../support/mailbox.ts';
import { aPupil } from '../support/pupil.ts';
import { expect, test } from '../support/story.ts';

test('a case comes by mail, is answered, goes on by mail without what was quoted, and is closed', async ({
  school,
  openOffice,
}) => {
  const { guardian } = await aPupil(school).enrolled();
  const sender = { name: freshName('Grete'), address: guardian.email };
  const question = `Hvor mye koster lunsjen ${freshWord()}?`;
  await sendMail({ from: sender, to: demo.supportEmail, subject: 'Priser', text: question });
  await mailTo(guardian.email, 'Vi svarer på e-post');

  const inbox = await InboxPage.open((await openOffice()).page, school.id);
  await inbox.openCaseOf(sender.name);
  await expect(inbox.page.getByText(question).last()).toBeVisible();
  await inbox.answer(sender.name, 'En baguett koster 45 kroner.', 'Vent på svar');
  const answer = await mailTo(guardian.email, 'En baguett koster 45 kroner.');
  expect(answer.subject).toMatch(/^Svar fra skolen \(sak \d+\)$/);

  const quoted = answer.text.split('\n').map((line) => `> ${line}`);
  await sendMail({
    from: sender,
    to: answer.replyTo,
    subject: `Sv: ${answer.subject}`,
    text: ['Takk! Og melk?', '', 'Den 23. nov. 2026 kl. 10:02 skrev Kantinekortet:', ...quoted].join('\n'),
  });
  await expect(async () => {
    await inbox.page.reload();
    await expect(inbox.header().getByText('Åpen', { exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(inbox.page.getByText('Takk! Og melk?', { exact: true }).last()).toBeVisible();
  await expect(inbox.entries.getByText('En baguett koster 45 kroner.')).toHaveCount(1);
  await inbox.answer(sender.name, 'Tolv kroner.', 'Lukk saken');
  await mailTo(guardian.email, 'Tolv kroner.');
  await inbox.openCaseOf(sender.name);
  await expect(inbox.header().getByText('Lukket', { exact: true })).toBeVisible();
});

test('what a machine answers to our mail makes no case and gets no answer', async ({ school }) => {
  const { guardian } = await aPupil(school).enrolled();
  const absence = { from: guardian.email, to: demo.supportEmail, subject: 'Autosvar', text: 'Jeg er borte.' };
  await sendMail({ ...absence, headers: { 'Auto-Submitted': 'auto-replied' } });
  const query = encodeURIComponent(guardian.email);
  expect(await school.office.get(school.path(`support-cases?query=${query}`))).toMatchObject({ items: [] });
});
