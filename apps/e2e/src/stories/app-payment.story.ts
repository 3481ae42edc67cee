import { kr } from '@kantinekortet/money';
import { PaymentPage, testCards } from '../pages/payment-page.ts';
import { Inspection } from '../support/inspection.ts';
import { aPupil, expectBalance, expectMovements } from '../support/pupil.ts';
import { runOutOfTime, takeDown } from '../support/sandbox.ts';
import { expect, portalRules, test } from '../support/story.ts';

const app = 'Vipps';

test('a payment in the app is rejected, then approved', async ({ school, openPortal }) => {
  const pupil = await aPupil(school).enrolled();
  const portal = await openPortal(pupil.guardian);
  const inspection = new Inspection(portal.page, portalRules);

  const first = await portal.startTopUpInApp(200, app);
  await inspection.look('the app', portal.page.getByRole('button', { name: 'Godkjenn' }));
  await first.answer('Avvis');
  await portal.expectHeading('Betalingen ble ikke fullført');
  await expectBalance(pupil, kr(0));

  await portal.openOverview();
  const second = await portal.startTopUpInApp(200, app);
  await second.answer('Godkjenn');
  await portal.expectHeading('200,00 kr er fylt på');
  await expectBalance(pupil, kr(200));
  await expectMovements(pupil, ['top_up']);
  await portal.openOverview();
  await portal.page.getByRole('link', { name: 'Alle kjøp og innbetalinger' }).click();
  await expect(portal.page.getByText(`Påfylling, ${app}`)).toBeVisible();
});

test('a payment that nobody answers in the app expires', async ({ school, openPortal }) => {
  const pupil = await aPupil(school).enrolled();
  const portal = await openPortal(pupil.guardian);

  await portal.startTopUpInApp(100, app);
  await runOutOfTime('vipps');
  await portal.page.reload();
  await expect(portal.page.getByRole('heading', { name: 'Tiden er ute' })).toBeVisible();
  await portal.page.getByRole('link', { name: 'Tilbake til butikken' }).click();
  await portal.expectHeading('Betalingen ble avbrutt');
  await expectBalance(pupil, kr(0));
});

test('while the app is down, the bank card is offered instead', async ({ school, openPortal }) => {
  const pupil = await aPupil(school).enrolled();
  const portal = await openPortal(pupil.guardian);
  const inspection = new Inspection(portal.page, portalRules);

  await takeDown('payments.create');
  await portal.orderTopUp(100, app);
  const instead = portal.page.getByRole('button', { name: /^Betal med bankkort i stedet/i });
  await inspection.look('the app that is down', instead);
  await instead.click();
  const payment = await PaymentPage.opened(portal.page);
  await payment.payWith(testCards.approved);
  await portal.expectHeading('100,00 kr er fylt på');
  await expectBalance(pupil, kr(100));
});
