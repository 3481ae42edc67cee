import { kr } from '@kantinekortet/money';
import { PaymentPage, testCards } from '../pages/payment-page.ts';
import { demo } from '../support/demo.ts';
import { linkInMailTo, mailTo } from '../support/mailbox.ts';
import { PortalPage } from '../pages/portal-page.ts';
import { aPupil, expectBalance } from '../support/pupil.ts';
import { expect, test } from '../support/story.ts';

test('a guardian fills the cards of two children in one payment, and the receipt names both', async ({
  school,
  openPortal,
}) => {
  const first = await aPupil(school).enrolled();
  const second = await aPupil(school).of(first.guardian).enrolled();
  const portal = await openPortal(first.guardian);
  const { page } = portal;

  await page.goto(`${demo.parentUrl}/barn/${first.id}/fyll-paa`);
  await page.getByRole('radio', { name: '200 kr' }).check();
  await expect(page.getByRole('heading', { name: `Fyll på kortet til ${first.name}` })).toBeVisible();
  await page.getByLabel(`Beløp til ${second.name}`).fill('10');
  await page.getByRole('button', { name: 'Betal' }).click();
  await expect(page.getByLabel(`Beløp til ${second.name}`)).toBeFocused();
  await page.getByLabel(`Beløp til ${second.name}`).fill('100');
  await page.getByRole('radio', { name: 'Bankkort' }).check();
  await page.getByRole('button', { name: 'Betal 300,00 kr' }).click();
  const payment = await PaymentPage.opened(page);
  await payment.payWith(testCards.approved);

  await portal.expectHeading('300,00 kr er fylt på');
  await expect(page.getByText(`${first.name}: 200,00 kr. Ny saldo 200,00 kr.`)).toBeVisible();
  await expect(page.getByText(`${second.name}: 100,00 kr. Ny saldo 100,00 kr.`)).toBeVisible();
  await expectBalance(first, kr(200));
  await expectBalance(second, kr(100));
  const { text } = await mailTo(first.guardian.email, 'Visa som slutter på 4242');
  expect(text.match(/^Vilde, /gm)).toHaveLength(2);
  expect(text).toContain('Org.nr. ');
});

test('a payment for two that one cannot take is not made, and says which child and why', async ({
  school,
  openPortal,
}) => {
  const first = await aPupil(school).enrolled();
  const second = await aPupil(school).of(first.guardian).enrolled();
  const { page } = await openPortal(first.guardian);
  await page.goto(`${demo.parentUrl}/barn/${first.id}/fyll-paa`);
  await page.getByLabel(`Beløp til ${second.name}`).fill('100');
  const { maxOre, balanceCapOre } = await second.guardian.topUpLimits(second.walletId);
  let roomOre = balanceCapOre;
  while (roomOre >= kr(100)) {
    const amountOre = Math.min(maxOre, roomOre - kr(50));
    await second.guardian.topUp(second.walletId, amountOre);
    roomOre -= amountOre;
  }
  await page.getByRole('radio', { name: 'Bankkort' }).check();
  await page.getByRole('button', { name: /^Betal / }).click();
  await expect(page.getByRole('alert')).toContainText(
    `Det er ikke plass til så mye på kortet til ${second.name}. Der kan du fylle på 50,00 kr nå. Vi har ikke trukket penger.`,
  );
  await expectBalance(first, 0);
});

test('a mail tells of a low balance right after the purchase, and its link is one step from paying', async ({
  school,
  openPortal,
  openBrowser,
  openTill,
}) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const { page } = await openPortal(pupil.guardian);
  await page.getByRole('link', { name: 'Beskjed om lav saldo' }).click();
  await page.getByLabel('Gi beskjed under').fill('80');
  await page.getByRole('button', { name: 'Slå på' }).click();
  await expect(page.getByRole('region', { name: 'Penger på kortet' })).toBeVisible();

  const till = await openTill();
  await till.sell(['Pastasalat'], pupil.card.token);
  await expect(till.band).toContainText('Betalt 49,00 kr');

  const phone = new PortalPage(await openBrowser());
  await phone.page.goto(await linkInMailTo(pupil.guardian.email, 'igjen på kortet'));
  await phone.signIn(pupil.guardian);
  await phone.expectHeading('Fyll på kortet til Vilde');
  await phone.page.getByRole('radio', { name: 'Bankkort' }).check();
  await phone.page.getByRole('button', { name: 'Betal 100,00 kr' }).click();
  const payment = await PaymentPage.opened(phone.page);
  await payment.payWith(testCards.approved);
  await phone.expectHeading('100,00 kr er fylt på');
  await expectBalance(pupil, kr(151));
});
