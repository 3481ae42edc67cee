import { kr } from '@kantinekortet/money';
import { demo } from '../../support/demo.ts';
import { Inspection } from '../../support/inspection.ts';
import { aPupil } from '../../support/pupil.ts';
import { screenSizes, test, tillRules } from '../../support/story.ts';

test('a till that is not paired can be used by everyone', async ({ openBrowser }) => {
  const page = await openBrowser({ viewport: screenSizes.counter });
  const inspection = new Inspection(page, tillRules);
  await inspection.visit(demo.checkoutUrl, 'Koble til kassen');
  await page.getByRole('button', { name: 'Koble til' }).click();
  await inspection.look('a pairing without a code', page.getByText('For å gå videre må du rette opp følgende feil'));
});

test('every answer of the till can be read by everyone', async ({ school, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(50)).enrolled();
  const till = await openTill();
  const inspection = new Inspection(till.page, tillRules);
  await inspection.look('a till that is ready', till.band.getByText('Klar for neste'));
  await till.sell(['Havregrøt'], pupil.card.token);
  await inspection.look('a sale', till.band.getByText('Betalt 20,00 kr'));
  await till.sell(['Pastasalat'], pupil.card.token);
  await inspection.look('too little money', till.band.getByText('Ikke nok penger'));
  await till.openTodaysSales();
  await inspection.look('the sales of the day', till.page.getByRole('heading', { name: 'Dagens salg' }));
});
