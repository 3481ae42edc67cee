import { InboxPage } from '../pages/inbox-page.ts';
import { demo } from '../support/demo.ts';
import { freshEmail, freshName } from '../support/fresh.ts';
import { linkInMailTo } from '../support/mailbox.ts';
import { aPupil } from '../support/pupil.ts';
import { expect, test } from '../support/story.ts';

test('a case is opened by form without a profile, answered, written on by link, and closed', async ({
  school,
  openPortal,
  openOffice,
}) => {
  const sender = freshName('Mona');
  const email = freshEmail();
  const { page } = await openPortal();
  await page.getByRole('link', { name: 'Kontakt skolen' }).click();
  await page.getByRole('radio', { name: 'Kan ikke lage profil' }).check();
  await page.getByLabel('Skole', { exact: true }).selectOption('Fjellheim ungdomsskole');
  await page.getByLabel('Navnet ditt').fill(sender);
  await page.getByLabel('E-post').fill(email);
  await page.getByLabel('Melding').fill('Jeg har mistet brevet med koden.');
  await page.reload();
  await expect(page.getByLabel('Melding')).toHaveValue('Jeg har mistet brevet med koden.');
  await page.getByRole('button', { name: 'Send' }).dblclick();
  await expect(page.getByRole('heading', { name: 'Vi har fått meldingen din' })).toBeVisible();
  await linkInMailTo(email, 'Vi svarer på e-post');

  const inbox = await InboxPage.open((await openOffice()).page, school.id);
  await inbox.openCaseOf(sender);
  await inbox.answer(sender, 'Vent litt.', 'La den stå åpen');
  await inbox.undo.click();
  await expect(inbox.answerTo(sender)).toHaveValue('Vent litt.');
  await inbox.answer(sender, 'Kom innom kontoret, så får du et nytt brev.', 'Lukk saken');

  await page.goto(await linkInMailTo(email, 'Kom innom kontoret'));
  await expect(page.getByText('Kom innom kontoret, så får du et nytt brev.')).toBeVisible();
  await expect(page.getByText('Vent litt.')).toBeHidden();
  await page.getByLabel('Skriv mer').fill('Når er dere der?');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Meldingen er sendt til skolen.')).toBeVisible();
  await expect(page.getByText('Hos skolen')).toBeVisible();

  await inbox.page.reload();
  await inbox.openCaseOf(sender);
  await expect(inbox.page.getByText('Når er dere der?').last()).toBeVisible();
  await expect(inbox.header().getByText('Åpen', { exact: true })).toBeVisible();
  await inbox.page.getByRole('button', { name: 'Lukk uten svar' }).click();
  await page.reload();
  await expect(page.getByText('Saken er avsluttet. Skriver du mer, åpnes den igjen.')).toBeVisible();
});

test('a card that somebody without a profile has lost is blocked from the case by one press', async ({
  school,
  openPortal,
  openOffice,
  openTill,
}) => {
  const pupil = await aPupil(school).enrolled();
  const sender = freshName('Mormor');
  const { page } = await openPortal();
  await page.goto(`${demo.parentUrl}/kontakt?emne=lost_card`);
  await page.getByLabel('Skole', { exact: true }).selectOption('Fjellheim ungdomsskole');
  await page.getByLabel('Navnet ditt').fill(sender);
  await page.getByLabel('E-post').fill(freshEmail());
  await page.getByLabel(/^Kortnummer/).fill(pupil.card.number);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Skolen sjekker meldingen og sperrer kortet.')).toBeVisible();

  const inbox = await InboxPage.open((await openOffice()).page, school.id);
  await inbox.openCaseOf(sender);
  await expect(inbox.page.getByRole('heading', { name: pupil.name })).toBeVisible();
  await inbox.page.getByRole('button', { name: 'Bekreft tap og sperr' }).click();
  await expect(inbox.page.getByText(/^Kort [\d\s]+ sperret/)).toBeVisible();
  const till = await openTill();
  await till.sell(['Lettmelk'], pupil.card.token);
  await expect(till.band).toContainText('Kortet er sperret');

  await inbox.page.getByRole('button', { name: 'Nytt kort' }).click();
  await inbox.page.getByRole('button', { name: 'Skriv ut i stedet' }).click();
  await expect(inbox.page.getByText('Eleven har fått nytt kort.')).toBeVisible();
  await expect(inbox.page.getByRole('button', { name: 'Sperr kortet' })).toBeVisible();
  await expect(inbox.page.getByRole('button', { name: /Bekreft tap/ })).toBeHidden();
});

test('a lost card told by the child’s name is blocked from the case by one press too', async ({
  school,
  openOffice,
}) => {
  const pupil = await aPupil(school).enrolled();
  const sender = freshName('Bestefar');
  await school.receiveLoss(sender, pupil.name);
  const inbox = await InboxPage.open((await openOffice()).page, school.id);
  await inbox.openCaseOf(sender);
  await inbox.page.getByRole('button', { name: `Bekreft tap og sperr kortet til ${pupil.name}` }).click();
  await expect(inbox.page.getByText(/^Kort [\d\s]+ sperret/)).toBeVisible();
  await expect(inbox.page.getByRole('heading', { name: pupil.name })).toBeVisible();
});

test('two who answer at once: the second reads what the first wrote, and loses nothing', async ({
  school,
  openOffice,
}) => {
  const sender = freshName('Grete');
  const caseId = await school.receiveQuestion(sender, 'Når åpner kantina?');
  const { page } = await openOffice();
  const inbox = await InboxPage.open(page, school.id);
  const colleague = await openOffice(await school.addColleague(freshName('Siri'), 'support'));
  const theirs = await InboxPage.open(colleague.page, school.id);
  for (const one of [inbox, theirs]) await one.openCaseOf(sender);
  await inbox.answerTo(sender).fill('Klokka elleve.');
  // The screen asks for news every few seconds; here none comes before the answer is sent.
  const sent = page.waitForResponse('**/messages', { timeout: 60_000 });
  await page.route(`**/support-cases/${caseId}`, (route) => sent.then(() => route.continue()));
  await theirs.answer(sender, 'Halv tolv på fredager.', 'La den stå åpen');

  await page.getByRole('button', { name: 'Send svaret' }).click();
  await expect(page.getByText('Noen skrev i saken før deg.')).toBeVisible();
  await expect(page.getByText('Dette er nytt siden du begynte å skrive:')).toBeVisible();
  await expect(inbox.entries.getByText('Halv tolv på fredager.')).toBeVisible();
  await expect(inbox.answerTo(sender)).toHaveValue('Klokka elleve.');
  await page.getByRole('button', { name: 'Send svaret' }).click();
  await expect(inbox.undo).toBeVisible();
  for (const one of [inbox, theirs]) {
    await one.page.reload();
    await one.openCaseOf(sender);
    await expect(one.entries.getByText('Halv tolv på fredager.')).toBeVisible();
    await expect(one.entries.getByText('Klokka elleve.')).toBeVisible();
  }
});
