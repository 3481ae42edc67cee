import { kr } from '@kantinekortet/money';
import type { TillPage } from '../pages/till-page.ts';
import { aPupil, expectBalance, expectMovements } from '../support/pupil.ts';
import { SaleLine } from '../support/sale-line.ts';
import { expect, test } from '../support/story.ts';

test('the answer is lost after the sale: the till waits, asks again by itself and has sold once', async ({
  school,
  openTill,
}) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const till = await openTill();
  const line = await SaleLine.of(till.page);
  line.loseAnswers();

  await till.sell(['Grov baguett med ost'], pupil.card.token);
  await expectWaiting(till);
  await expect(till.cart).toContainText('Grov baguett med ost');

  line.mend();
  await expect(till.band).toContainText('Betalt 45,00 kr');
  await expect(till.cart).not.toContainText('Grov baguett med ost');
  expect(line.requests.length).toBeGreaterThan(1);
  expect(line.saleId()).toMatch(/^[0-9a-f-]{36}$/);
  await expectBalance(pupil, kr(55));
  await expectMovements(pupil, ['sale', 'top_up']);
});

test('a sale that never arrived is given up, and can never be booked afterwards', async ({ school, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const till = await openTill();
  const line = await SaleLine.of(till.page);
  line.loseRequests();

  await till.sell(['Grov baguett med ost'], pupil.card.token);
  await expectWaiting(till);
  await till.press('Gi opp salget');
  await expect(till.band).toContainText('Salget er gitt opp');
  await expect(till.band).toContainText('Ingen penger er trukket.');

  expect(await line.deliverLate()).toMatchObject({ status: 409, body: { code: 'sale_given_up' } });
  await expectBalance(pupil, kr(100));

  line.mend();
  await till.scan(pupil.card.token);
  await expect(till.band).toContainText('Betalt 45,00 kr');
  await expectMovements(pupil, ['sale', 'top_up']);
});

test('a sale that was booked after all is shown when the cashier gives it up', async ({ school, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const till = await openTill();
  const line = await SaleLine.of(till.page);
  line.loseAnswers();

  await till.sell(['Havregrøt'], pupil.card.token);
  await expectWaiting(till);
  await till.press('Gi opp salget');
  await expect(till.band).toContainText('Betalt 20,00 kr');
  await expectMovements(pupil, ['sale', 'top_up']);
});

test('a till that is started again goes on with the sale that was open', async ({ school, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const till = await openTill();
  const line = await SaleLine.of(till.page);
  line.loseAnswers();
  await till.sell(['Grov baguett med ost', 'Lettmelk'], pupil.card.token);
  await expectWaiting(till);

  await till.page.reload();
  await expectWaiting(till);
  await expect(till.cart).toContainText('Lettmelk');

  line.mend();
  await expect(till.band).toContainText('Betalt 55,00 kr');
  expect(line.saleId()).toMatch(/^[0-9a-f-]{36}$/);
  await expectBalance(pupil, kr(45));
  await expectMovements(pupil, ['sale', 'top_up']);
});

async function expectWaiting(till: TillPage): Promise<void> {
  await expect(till.band).toContainText('Venter på svar');
  await expect(till.band).toContainText('Vi spør igjen av oss selv.');
}
