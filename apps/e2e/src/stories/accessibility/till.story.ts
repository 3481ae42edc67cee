import { kr } from '@kantinekortet/money';
import { demo } from '../../support/demo.ts';
import { Inspection } from '../../support/inspection.ts';
import { aPupil } from '../../support/pupil.ts';
import { SaleLine } from '../../support/sale-line.ts';
import { expect, screenSizes, test, tillRules } from '../../support/story.ts';

test('a till is paired and a cashier signs in, whoever they are', async ({ openBrowser, openTill }) => {
  const page = await openBrowser({ viewport: screenSizes.counter });
  const inspection = new Inspection(page, tillRules);
  await inspection.visit(demo.checkoutUrl, 'Koble til kassen');
  await page.getByRole('button', { name: 'Koble til' }).click();
  await inspection.look('pairing without a code', page.getByText('Skriv koden fra kontoret.').first());
  await page.getByLabel('Koblingskode').fill('AAAA 2222');
  await page.getByRole('button', { name: 'Koble til' }).click();
  await inspection.look('a wrong pairing code', page.getByRole('alert').getByText('Koden er feil'));
  await inspection.visit(`${demo.checkoutUrl}/tilgjengelighet`, 'Tilgjengelighetserklæring');
  await inspection.visit(`${demo.checkoutUrl}/finnes-ikke`, 'Denne siden finnes ikke');

  const till = await openTill();
  const atTill = new Inspection(till.page, tillRules);
  await till.page.getByRole('button', { name: /^Logg ut/ }).click();
  await atTill.look('who sells', till.page.getByRole('heading', { name: 'Hvem skal selge?' }));
  await till.page.getByRole('button', { name: till.cashierName }).click();
  await atTill.look('the PIN', till.page.getByRole('heading', { name: till.cashierName }));
  await till.page.keyboard.type('999111');
  await atTill.look('a wrong PIN', till.page.getByRole('alert').getByText('Feil PIN.'));
});

test('whatever a card is answered, everyone can read it at the till', async ({ school, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const till = await openTill();
  const { page, band } = till;
  const inspection = new Inspection(page, tillRules);

  await inspection.look('the till, ready', band.getByText('Klar for neste'));
  await till.scan(pupil.card.token);
  await inspection.look('a pupil shown', band.getByText('Saldo 100,00 kr'));
  await till.add('Havregrøt');
  await inspection.look('a pupil and a cart', page.getByRole('button', { name: 'Trekk 20,00 kr' }));
  await till.press('Trekk 20,00 kr');
  await inspection.look('sold', band.getByText('Betalt 20,00 kr'));
  await till.sell(['Havregrøt'], pupil.card.token);
  await inspection.look('sold a moment ago', band.getByText('En gang til?', { exact: true }));
  await till.press('Ikke trekk');
  await till.press('Tøm');
  await till.sell(['Pastasalat', 'Pastasalat'], pupil.card.token);
  await inspection.look('too little money', band.getByText('Ikke nok penger'));

  const line = await SaleLine.of(page);
  line.loseRequests();
  await till.press('Én færre Pastasalat');
  await till.press('Lås vare');
  await till.scan(pupil.card.token);
  await inspection.look('an unknown outcome', band.getByText('Venter på svar'));
  await till.press('Gi opp salget');
  await inspection.look('given up', band.getByText('Salget er gitt opp'));
  line.mend();
  await till.scan(pupil.card.token);
  await expect(band).toContainText('Betalt');
  await till.press('Angre siste');
  await inspection.look('undone', band.getByText('Salget er angret'));
});

test('the other ways to sell, and a return, are for everyone', async ({ school, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  await school.allowWithoutCard();
  const till = await openTill();
  const { page } = till;
  const inspection = new Inspection(page, tillRules);
  const dialog = page.getByRole('dialog');

  await till.press('Uten kort');
  await dialog.getByLabel('Navn').fill(pupil.name);
  await inspection.look('a pupil found by name', dialog.getByRole('button', { name: pupil.name }));
  await dialog.getByLabel('Navn').fill('Ingen heter dette');
  await inspection.look('no pupil found', dialog.getByText('Ingen elever passer'));
  await page.keyboard.press('Escape');
  await till.press('Kamera');
  await inspection.look('the camera of the till', dialog);
  await page.keyboard.press('Escape');

  await till.openTodaysSales();
  await inspection.look('a day without sales', page.getByText('Ingen salg i dag'));
  await page.getByRole('link', { name: 'Til salg' }).click();
  await till.sell(['Banan'], pupil.card.token);
  await expect(till.band).toContainText('Betalt');
  await till.openTodaysSales();
  await inspection.look('sales of the day', page.getByText('Banan'));
  await till.press('Returner');
  await inspection.look('a return', dialog);
  await dialog.getByRole('button', { name: 'Returner' }).click();
  await inspection.look('a returned sale', page.getByText('Returnert'));
  await page.context().setOffline(true);
  await inspection.look('a till without a network', page.getByText('Frakoblet'));
});
