import { kr } from '@kantinekortet/money';
import { Guardian } from '../support/guardian.ts';
import { aPupil, expectBalance, expectMovements } from '../support/pupil.ts';
import { expect, test } from '../support/story.ts';

test('two guardians pay; one asks for all back, gets only theirs, and regrets it', async ({
  school,
  openPortal,
  openTill,
}) => {
  const pupil = await aPupil(school).withBalance(kr(100)).enrolled();
  const father = await Guardian.signUp('Ola Foresatt');
  await father.registerCard(await school.newLetter(pupil));
  await pupil.guardian.approveAll();
  await father.topUp(pupil.walletId, kr(200));
  await openTill();

  const portal = await openPortal(pupil.guardian);
  await portal.askForRefund();
  await expect(portal.page.getByText(/resten av saldoen, 200,00\skr, har andre betalt/)).toBeVisible();
  await portal.page.getByRole('button', { name: 'Få tilbake 100,00 kr' }).click();
  await portal.expectHeading('Du får tilbake 100,00 kr');
  await expect(portal.page.getByText(/Venter til kassene har meldt inn dagens kjøp/)).toBeVisible();

  await portal.page.getByRole('link', { name: 'Oversikt' }).click();
  await expect(portal.money).toContainText('200,00 kr');
  await expect(portal.money).toContainText('reservert 100,00 kr');
  await portal.page.goBack();
  await portal.page.getByRole('button', { name: 'Angre refusjonen' }).click();
  await expect(portal.page.getByText('Angret. Pengene er tilbake på kortet til Vilde.')).toBeVisible();
  await expectBalance(pupil, kr(300));
});

test('money is back on its way to the card in three taps', async ({ school, openPortal }) => {
  const pupil = await aPupil(school).withBalance(kr(200)).enrolled();
  const portal = await openPortal(pupil.guardian);
  await portal.askForRefund();
  await portal.page.getByLabel('Beløp').fill('150');
  await expect(portal.page.getByText('Visa som slutter på 4242')).toBeVisible();
  await portal.page.getByRole('button', { name: 'Få tilbake 150,00 kr' }).dblclick();
  await portal.expectHeading('Du får tilbake 150,00 kr');
  await expect(portal.page.getByText(/^Sendt /)).toBeVisible();
  await expectBalance(pupil, kr(50));
  await expectMovements(pupil, ['hold_post', 'top_up']);
});

test('a refund is split over two cards and a bank account, as the third card takes nothing back', async ({
  school,
  openPortal,
}) => {
  const pupil = await aPupil(school).enrolled();
  const { guardian, walletId } = pupil;
  await guardian.topUp(walletId, kr(100), '4000000000005126');
  const portal = await openPortal(guardian);
  await portal.askForRefund();
  await portal.page.getByLabel('Beløp').fill('99');
  await portal.page.getByRole('button', { name: 'Få tilbake 99,00 kr' }).click();
  await portal.expectHeading('Du får tilbake 99,00 kr');
  await expect(async () => {
    await portal.page.reload();
    await expect(portal.page.getByText(/Kortet tok ikke imot pengene/)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  await guardian.topUp(walletId, kr(100));
  await guardian.topUp(walletId, kr(100), '5555555555554444');

  await portal.page.getByRole('link', { name: 'Oversikt' }).click();
  await portal.askForRefund();
  await portal.page.getByLabel('Beløp').fill('290');
  await expect(portal.page.getByText('Skolen må godkjenne utbetalingen først')).toBeVisible();
  await portal.page.getByLabel('Kontonummer').fill('9041 22 63057');
  await portal.page.getByRole('button', { name: 'Få tilbake 290,00 kr' }).click();
  await expect(portal.page.getByText(/Kontonummeret stemmer ikke/)).toBeVisible();
  await portal.page.getByLabel('Kontonummer').fill('9041 22 63056');
  await portal.page.getByRole('button', { name: 'Få tilbake 290,00 kr' }).click();
  await portal.expectHeading('Du får tilbake 290,00 kr');
  for (const way of ['Mastercard som slutter på 4444', 'Visa som slutter på 4242', 'Konto som slutter på 3056']) {
    await expect(portal.page.getByRole('heading', { name: way })).toBeVisible();
  }
  await expect(portal.page.getByText(/Venter på at skolen godkjenner utbetalingen/)).toBeVisible();
  await expect(portal.page.getByText(/^Sendt /)).toHaveCount(2);
  await expectBalance(pupil, kr(100));
});
