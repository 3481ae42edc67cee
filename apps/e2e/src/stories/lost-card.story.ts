import { kr } from '@kantinekortet/money';
import { testCards, PaymentPage } from '../pages/payment-page.ts';
import { PupilPage } from '../pages/pupil-page.ts';
import { aPupil, expectBalance, expectMovements } from '../support/pupil.ts';
import { expect, test } from '../support/story.ts';

const free = 'Dette er tap nr. 1. Ingen gebyr.';

test('a lost card is blocked from a phone and replaced twice, and money and limit follow', async ({
  school,
  openPortal,
  openOffice,
  openTill,
}) => {
  const pupil = await aPupil(school).withBalance(kr(300)).enrolled();
  const tokens = [await school.stockCard(), await school.stockCard()] as const;
  const portal = await openPortal(pupil.guardian);
  const till = await openTill();
  await portal.setDailyLimit(60);

  await portal.changeCard('Sperr kortet');
  await till.sell(['Grov baguett med ost'], pupil.card.token);
  await expect(till.band).toContainText('Kortet er sperret');
  await expect(till.band).toContainText('Be eleven gå til skolekontoret.');

  const desk = await PupilPage.open((await openOffice()).page, school.id, pupil);
  await desk.replaceCard(free, tokens[0]);
  await till.scan(tokens[0]);
  await expect(till.band).toContainText('Betalt 45,00 kr');
  await till.sell(['Grov baguett med ost'], pupil.card.token);
  await expect(till.band).toContainText('Kortet er sperret');
  await expectBalance(pupil, kr(255));

  await desk.replaceCard('Dette er tap nr. 2. Gebyr 100,00 kr.', tokens[1]);
  await till.scan(tokens[1]);
  await expect(till.band).toContainText('Over dagsgrensen');
  await expectBalance(pupil, kr(155));
  await expectMovements(pupil, ['card_replaced', 'fee', 'sale', 'card_replaced', 'top_up']);
  await portal.reload();
  await expect(portal.page.getByText('I bruk')).toBeVisible();
  await portal.page.getByRole('link', { name: 'Alle kjøp og innbetalinger' }).click();
  await expect(portal.page.getByText(/^Nytt kort \d{4} for \d{4}, saldo overført$/)).toHaveCount(2);
});

test('a third loss is waived before, and the second afterwards', async ({ school, openOffice }) => {
  const pupil = await aPupil(school).withBalance(kr(300)).enrolled();
  const desk = await PupilPage.open((await openOffice()).page, school.id, pupil);
  await desk.replaceCard(free, await school.stockCard());
  await desk.replaceCard('Dette er tap nr. 2. Gebyr 100,00 kr.', await school.stockCard());
  await expectBalance(pupil, kr(200));

  await desk.askForNewCard('Dette er tap nr. 3. Gebyr 100,00 kr.');
  await desk.dialog.getByRole('checkbox', { name: 'Ettergi gebyret' }).check();
  await expect(desk.dialog.getByText('Dette er tap nr. 3. Gebyret er ettergitt.')).toBeVisible();
  await desk.dialog.getByLabel('Begrunnelse').fill('Brann hjemme');
  await desk.dialog.getByRole('radio', { name: 'Mistet' }).focus();
  await desk.giveScannedCard(await school.stockCard());
  await expect(desk.page.getByText('Ettergitt: Brann hjemme')).toBeVisible();
  await expectBalance(pupil, kr(200));

  await desk.waiveNewest('Funnet igjen');
  await expectBalance(pupil, kr(300));
});

test('a third loss costs as much as the second, and the new card is printed where no stock is at hand', async ({
  school,
  openOffice,
  openTill,
}) => {
  const pupil = await aPupil(school).withBalance(kr(300)).enrolled();
  const desk = await PupilPage.open((await openOffice()).page, school.id, pupil);
  const second = await school.stockCard();
  await desk.replaceCard(free, await school.stockCard());
  await desk.replaceCard('Dette er tap nr. 2. Gebyr 100,00 kr.', second);
  await desk.askForNewCard('Dette er tap nr. 3. Gebyr 100,00 kr.');
  const printed = await desk.printNewCard();
  expect(printed.pupilName).toBe(pupil.name);
  await expectBalance(pupil, kr(100));

  const till = await openTill();
  await till.sell(['Grov baguett med ost'], second);
  await expect(till.band).toContainText('Kortet er sperret');
  await till.scan(printed.token);
  await expect(till.band).toContainText('Betalt 45,00 kr');
  await expectBalance(pupil, kr(55));
});

test('a fee that the balance does not cover leaves money for lunch, and is settled by the next top-up', async ({
  school,
  openOffice,
  openPortal,
  openTill,
}) => {
  const pupil = await aPupil(school).withBalance(kr(80)).enrolled();
  const card = await school.stockCard();
  const desk = await PupilPage.open((await openOffice()).page, school.id, pupil);
  await desk.replaceCard(free, await school.stockCard());
  await desk.askForNewCard('Vi trekker 30,00 kr fra saldoen. 70,00 kr blir skyldig');
  await desk.giveScannedCard(card);

  const till = await openTill();
  await till.sell(['Grov baguett med ost'], card);
  await expect(till.band).toContainText('Betalt 45,00 kr');

  const portal = await openPortal(pupil.guardian);
  await expect(portal.page.getByRole('heading', { name: '70,00 kr gjenstår å betale' })).toBeVisible();
  await expect(portal.page.getByText('70,00 kr, gebyr for nytt kort')).toBeVisible();
  await portal.page.getByRole('link', { name: 'Fyll på' }).click();
  await portal.page.getByRole('radio', { name: '100 kr' }).check();
  await portal.page.getByRole('radio', { name: 'Bankkort' }).check();
  await expect(portal.page.getByText('Betaler det som gjenstår')).toBeVisible();
  await expect(portal.page.getByText('35,00 kr')).toBeVisible();
  await portal.page.getByRole('button', { name: 'Betal 100,00 kr' }).click();
  await (await PaymentPage.opened(portal.page)).payWith(testCards.approved);
  await expect(portal.page.getByText('70,00 kr gikk til det som gjensto.')).toBeVisible();
  await expectBalance(pupil, kr(35));
});

test('what is owed is paid at once from the overview', async ({ school, openOffice, openPortal }) => {
  const pupil = await aPupil(school).enrolled();
  const desk = await PupilPage.open((await openOffice()).page, school.id, pupil);
  await desk.replaceCard(free, await school.stockCard());
  await desk.replaceCard('Dette er tap nr. 2. Gebyr 100,00 kr.', await school.stockCard());

  const portal = await openPortal(pupil.guardian);
  await portal.page.getByRole('radio', { name: 'Bankkort' }).check();
  await portal.page.getByRole('button', { name: 'Betal 100,00 kr nå' }).click();
  await (await PaymentPage.opened(portal.page)).payWith(testCards.approved);
  await portal.expectHeading('100,00 kr er betalt');
  await portal.openOverview();
  await expect(portal.money).toBeVisible();
  await expect(portal.page.getByText('gjenstår å betale')).toBeHidden();
  await expectBalance(pupil, kr(0));
});
