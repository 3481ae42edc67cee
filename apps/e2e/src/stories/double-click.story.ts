import { kr } from '@kantinekortet/money';
import { testCards } from '../pages/payment-page.ts';
import { aPupil, expectBalance, expectMovements } from '../support/pupil.ts';
import { expect, test } from '../support/story.ts';

test('a double click on either payment button tops up once', async ({ school, openPortal }) => {
  const pupil = await aPupil(school).enrolled();
  const portal = await openPortal(pupil.guardian);

  const payment = await portal.startTopUp(200, { clickCount: 2 });
  await payment.payWith(testCards.approved, { clickCount: 2 });
  await portal.expectHeading('200,00 kr er fylt på');
  await portal.openOverview();
  await expect(portal.money).toContainText('200,00 kr');
  await expectMovements(pupil, ['top_up']);
});

test('a double click on «Trekk» sells once, and on «Angre siste» gives back once', async ({ school, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const till = await openTill();

  await till.scan(pupil.card.token);
  await expect(till.band).toContainText('Saldo 100,00 kr');
  await till.add('Havregrøt');
  await till.press('Trekk 20,00 kr', { clickCount: 2 });
  await expect(till.band).toContainText('Betalt 20,00 kr');
  await expectMovements(pupil, ['sale', 'top_up']);

  await till.press('Angre siste', { clickCount: 2 });
  await expect(till.band).toContainText('Salget er angret');
  await expectBalance(pupil, kr(100));
  await expectMovements(pupil, ['sale_return', 'sale', 'top_up']);
});

test('a double click on «Returner» gives a sale back once, and the guardian sees it', async ({
  school,
  openPortal,
  openTill,
}) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const till = await openTill();
  await till.sell(['Pastasalat'], pupil.card.token);
  await expect(till.band).toContainText('Betalt 49,00 kr');

  await till.openTodaysSales();
  await till.press('Returner');
  const dialog = till.page.getByRole('dialog', { name: 'Returnere 49,00 kr?' });
  await dialog.getByRole('button', { name: 'Returner' }).click({ clickCount: 2 });
  await expect(dialog).toBeHidden();
  await expect(till.page.getByText('Returnert')).toBeVisible();
  await expectBalance(pupil, kr(100));
  await expectMovements(pupil, ['sale_return', 'sale', 'top_up']);

  const portal = await openPortal(pupil.guardian);
  await expect(portal.page.getByText('Retur: Pastasalat')).toBeVisible();
});
