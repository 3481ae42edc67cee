import { kr } from '@kantinekortet/money';
import { v7 as newId } from 'uuid';
import { InboxPage } from '../../pages/inbox-page.ts';
import { demo } from '../../support/demo.ts';
import { freshEmail, freshName } from '../../support/fresh.ts';
import { Guardian } from '../../support/guardian.ts';
import { Inspection } from '../../support/inspection.ts';
import { linkInMailTo } from '../../support/mailbox.ts';
import { aPupil } from '../../support/pupil.ts';
import { expect, officeRules, portalRules, test } from '../../support/story.ts';

const viewport = { width: 360, height: 740 };

test('everyone can write to the school without a profile', async ({ openBrowser }) => {
  const page = await openBrowser({ viewport });
  const inspection = new Inspection(page, portalRules);
  const email = freshEmail();
  await inspection.visit(`${demo.parentUrl}/henvendelse?sak=brukt`, 'Lenken virker ikke');
  await page.goto(`${demo.parentUrl}/kontakt`);
  await page.getByRole('button', { name: 'Send' }).click();
  await inspection.look('a message without answers', page.getByText('For å gå videre må du rette opp følgende feil'));
  await page.getByRole('radio', { name: 'Mistet kort' }).check();
  await page.getByLabel('Skole', { exact: true }).selectOption('Fjellheim ungdomsskole');
  await page.getByLabel('Navnet ditt').fill(freshName('Mona'));
  await page.getByLabel('E-post').fill(email);
  await page.getByRole('button', { name: 'Send' }).click();
  await inspection.look(
    'a message that was received',
    page.getByRole('heading', { name: 'Vi har fått meldingen din' }),
  );
  await page.goto(await linkInMailTo(email));
  const file = { name: 'notat.txt', mimeType: 'text/plain', buffer: Buffer.from('Ikke et bilde') };
  await page.getByLabel('Legg ved et bilde eller en PDF').setInputFiles(file);
  await inspection.look('a file that is refused', page.getByText('Vi kan bare ta imot'));
  const pdf = { name: 'kvittering.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };
  await page.getByLabel('Legg ved et bilde eller en PDF').setInputFiles(pdf);
  await inspection.look('a file that is attached', page.getByText('kvittering.pdf er lagt ved saken.'));
});

test('everyone can write to the school from a profile', async ({ school, openBrowser }) => {
  const pupil = await aPupil(school).enrolled();
  await aPupil(school).of(pupil.guardian).enrolled();
  const page = await openBrowser({ viewport, storageState: await pupil.guardian.api.cookies() });
  const inspection = new Inspection(page, portalRules);
  await inspection.visit(`${demo.parentUrl}/henvendelser`, 'Henvendelser');
  await page.goto(`${demo.parentUrl}/kontakt?emne=lost_card`);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await inspection.look('nobody is chosen', page.getByText('Velg hvilket barn det gjelder').first());
  await page.goto(`${demo.parentUrl}/kontakt?emne=lost_card&elev=${pupil.id}`);
  await inspection.look('a lost card is about to be blocked', page.getByText(/blir sperret med en gang/));
  await page.getByRole('button', { name: 'Send og sperr kortet' }).click();
  await inspection.look('a lost card that is blocked', page.getByRole('heading', { name: 'Kortet er sperret' }));
  await page.getByRole('link', { name: 'Se saken' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await inspection.look('an empty message', page.getByText('Skriv en melding').first());
  await page.getByRole('link', { name: 'Alle henvendelser' }).click();
  await inspection.look('own cases', page.getByRole('link', { name: /Mistet kort/ }));
});

test('everyone can answer families', async ({ school, openOffice }) => {
  const sender = freshName('Oskar');
  await school.noteInCase(await school.receiveQuestion(sender, 'Hei!'), 'Ringer i morgen.');
  const { page } = await openOffice();
  const inbox = await InboxPage.open(page, school.id);
  const inspection = new Inspection(page, officeRules);
  await inspection.look('the inbox', page.getByText('Velg en henvendelse'));
  await inbox.openCaseOf(sender);
  await inspection.look('a case', page.getByText('Avsenderen er ikke logget inn.'));
  await page.getByRole('button', { name: 'Send svaret' }).click();
  await inspection.look('an empty answer', page.getByText('Skriv noe først'));
  await inbox.answer(sender, 'Hei på deg!', 'Vent på svar');
  await inspection.look('an answer that can be taken back', inbox.undo);
  await page.getByRole('searchbox', { name: 'Søk i alle henvendelser' }).fill('finnes slett ikke');
  await inspection.look('no case fits', page.getByText('Ingen henvendelser passer'));
});

test('a case with files, and a purchase to give back from it, are for everyone', async ({
  school,
  openOffice,
  openTill,
}) => {
  const sender = freshName('Grete');
  const guardian = await Guardian.signUp(sender);
  const pupil = await aPupil(school).of(guardian).withBalance(kr(100)).enrolled();
  const till = await openTill();
  await till.sell(['Grov baguett med ost'], pupil.card.token);
  await expect(till.band).toContainText('Betalt');
  const question = { topic: 'unknown_purchase', message: 'Vilde var hjemme i går.', pupilId: pupil.id };
  await guardian.api.post('guardians/me/support-cases', { id: newId(), ...question });

  const { page } = await openOffice();
  const inbox = await InboxPage.open(page, school.id);
  const inspection = new Inspection(page, officeRules);
  const dialog = page.getByRole('dialog');
  await inbox.openCaseOf(sender);
  await inbox.choose('Internt notat');
  await inbox.attach('kvittering.pdf');
  await page.getByRole('textbox', { name: 'Notat' }).fill('Fra kassen.');
  await page.getByRole('button', { name: 'Lagre notatet' }).click();
  await inspection.look('a case with a file', inbox.entries.getByRole('button', { name: 'Last ned kvittering.pdf' }));

  await page.getByRole('button', { name: /^Godskriv kvittering \d+$/ }).click();
  await inspection.look('a purchase to give back', dialog.getByLabel('Begrunnelse'));
  await dialog.getByLabel('Begrunnelse').fill('');
  await dialog.getByRole('button', { name: 'Godskriv' }).click();
  await inspection.look('giving back without a reason', dialog.getByText('Skriv en begrunnelse').first());
});
