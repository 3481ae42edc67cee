import { testCards } from '../../pages/payment-page.ts';
import { demo } from '../../support/demo.ts';
import { Inspection } from '../../support/inspection.ts';
import { aPupil } from '../../support/pupil.ts';
import { portalRules, test } from '../../support/story.ts';

test('the payment pages can be used by everyone', async ({ school, openPortal }) => {
  const pupil = await aPupil(school).enrolled();
  const portal = await openPortal(pupil.guardian);
  const { page } = portal;
  const inspection = new Inspection(page, portalRules);
  const payment = await portal.startTopUp(100);
  const address = page.url();

  await inspection.look('the payment page', page.getByRole('heading', { name: 'Betal med kort' }));
  await page.getByRole('button', { name: /^Betal / }).click();
  await inspection.look('a payment without a card', page.getByRole('alert'));
  await payment.payWith(testCards.declined);
  await inspection.look('a declined card', page.getByRole('alert').getByText('Kortet ble avvist.'));
  await payment.payWith(testCards.approvedByBank);
  await inspection.look('the page of the bank', page.getByRole('heading', { name: 'Godkjenn betalingen' }));
  await payment.answerBank('Godkjenn');
  await portal.expectHeading('100,00 kr er fylt på');
  await inspection.visit(address, 'Betalingen er mottatt');
  await inspection.visit(new URL('/c/pay/ukjent', address).href, 'Siden finnes ikke');
  await inspection.visit(demo.sandboxUrl, 'Betalingssandkasse');
});
