import { kr } from '@kantinekortet/money';
import { testCards } from '../../pages/payment-page.ts';
import { demo } from '../../support/demo.ts';
import { aPupil, expectBalance, expectMovements } from '../../support/pupil.ts';
import { test } from '../../support/second-school.ts';
import { expect } from '../../support/story.ts';
import { leaveForGood } from '../../support/time.ts';

test('a child changes school: money of the old one is for refund only, and none of it is at the new one', async ({
  school,
  second,
  openPortal,
  openTill,
}) => {
  const before = await aPupil(school).withBalance(kr(200)).enrolled();
  const { guardian } = before;
  await school.office.post(school.path(`pupils/${before.id}/leave`), { reason: 'Flytter til Solvik' });
  await leaveForGood(before.id);
  const after = await aPupil(second).of(guardian).enrolled();
  expect(after.walletId).not.toBe(before.walletId);
  await expectBalance(after, 0);

  const till = await openTill();
  await till.sell(['Grov baguett med ost'], before.card.token);
  await expect(till.band).toContainText('Eleven går ikke lenger på skolen.');
  await till.scan(after.card.token);
  await expect(till.band).toContainText('Kort fra en annen skole');

  const portal = await openPortal(guardian);
  const { page } = portal;
  await page.goto(`${demo.parentUrl}/barn?elev=${after.id}`);
  await expect(portal.money).toContainText('0,00 kr');
  await (await portal.startTopUp(100)).payWith(testCards.approved);
  await portal.expectHeading('100,00 kr er fylt på');

  await page.goto(`${demo.parentUrl}/barn?elev=${before.id}`);
  await expect(portal.money).toContainText('200,00 kr');
  await expect(page.getByText(/går ikke lenger på Fjellheim ungdomsskole/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Fyll på' })).toHaveCount(0);
  await portal.askForRefund();
  await page.getByLabel('Beløp').fill('150');
  await page.getByRole('button', { name: 'Få tilbake 150,00 kr' }).click();
  await portal.expectHeading('Du får tilbake 150,00 kr');
  await expect(page.getByText(/^Sendt /)).toBeVisible();

  await expectBalance(before, kr(50));
  await expectMovements(before, ['hold_post', 'top_up']);
  await expectBalance(after, kr(100));
  await expectMovements(after, ['top_up']);
});
