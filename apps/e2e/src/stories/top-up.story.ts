import { kr } from '@kantinekortet/money';
import { testCards } from '../pages/payment-page.ts';
import { aPupil, expectBalance, expectMovements } from '../support/pupil.ts';
import { expect, test } from '../support/story.ts';

test('a declined bank card takes nothing, and another card then pays', async ({ school, openPortal }) => {
  const pupil = await aPupil(school).enrolled();
  const portal = await openPortal(pupil.guardian);
  const payment = await portal.startTopUp(100);

  await payment.payWith(testCards.declined);
  await payment.expectRefusal('Kortet ble avvist. Vi har ikke trukket penger.');
  await expectBalance(pupil, kr(0));

  await payment.payWith(testCards.approved);
  await portal.expectHeading('100,00 kr er fylt på');
  await portal.openOverview();
  await expect(portal.money).toContainText('100,00 kr');
  await expectMovements(pupil, ['top_up']);
});

test('a bank that asks for approval is answered no, then yes', async ({ school, openPortal }) => {
  const pupil = await aPupil(school).enrolled();
  const portal = await openPortal(pupil.guardian);
  const payment = await portal.startTopUp(200);

  await payment.payWith(testCards.approvedByBank);
  await payment.answerBank('Avvis');
  await payment.expectRefusal('Betalingen ble ikke godkjent i banken. Vi har ikke trukket penger.');
  await expectBalance(pupil, kr(0));

  await payment.payWith(testCards.approvedByBank);
  await payment.answerBank('Godkjenn');
  await portal.expectHeading('200,00 kr er fylt på');
  await expectBalance(pupil, kr(200));
});

test('a slow bank leaves the guardian free to go, and the balance comes', async ({ school, openPortal }) => {
  const pupil = await aPupil(school).enrolled();
  const portal = await openPortal(pupil.guardian);
  const payment = await portal.startTopUp(100);

  await payment.payWith(testCards.slow);
  await portal.expectHeading('Vi venter på betalingen');
  await portal.openOverview();
  await expect(async () => {
    await portal.reload();
    await expect(portal.money).toContainText('100,00 kr', { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expectMovements(pupil, ['top_up']);
});

test('a guardian who turns back from the payment page has paid nothing', async ({ school, openPortal }) => {
  const pupil = await aPupil(school).enrolled();
  const portal = await openPortal(pupil.guardian);
  const payment = await portal.startTopUp(500);

  await payment.cancel();
  await portal.expectHeading('Du avbrøt betalingen');
  await expectBalance(pupil, kr(0));
});
