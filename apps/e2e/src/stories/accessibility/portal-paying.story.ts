import { kr } from '@kantinekortet/money';
import { PaymentPage, testCards } from '../../pages/payment-page.ts';
import { demo } from '../../support/demo.ts';
import { Inspection } from '../../support/inspection.ts';
import { aPupil } from '../../support/pupil.ts';
import { portalRules, test } from '../../support/story.ts';

const viewport = { width: 360, height: 740 };

test('paying for several children, and asking for a mail, can be done by everyone', async ({ school, openBrowser }) => {
  const first = await aPupil(school).withBalance(kr(100)).enrolled();
  await aPupil(school).of(first.guardian).enrolled();
  const page = await openBrowser({ viewport, storageState: await first.guardian.api.cookies() });
  const inspection = new Inspection(page, portalRules);
  const child = `${demo.parentUrl}/barn/${first.id}`;

  await inspection.visit(`${child}/fyll-paa?belop=126`, 'Fyll på kortet til Vilde');
  const sibling = page.getByLabel('Beløp til Vilde');
  await sibling.fill('7');
  await page.getByRole('button', { name: 'Betal' }).click();
  await inspection.look('a sibling’s amount that is too small', page.getByText('Fyll på med minst').first());
  await sibling.fill('100');
  await page.getByRole('radio', { name: 'Bankkort' }).check();
  await page.getByRole('button', { name: 'Betal 226,00 kr' }).click();
  const payment = await PaymentPage.opened(page);
  await payment.payWith(testCards.approved);
  await inspection.look('paid for two', page.getByRole('heading', { name: '226,00 kr er fylt på' }));

  await inspection.visit(`${child}/lav-saldo`, 'Beskjed om lav saldo');
  await page.getByLabel('Gi beskjed under').fill('');
  await page.getByRole('button', { name: 'Slå på' }).click();
  await inspection.look('an alert without an amount', page.getByText('Skriv et beløp').first());
});
