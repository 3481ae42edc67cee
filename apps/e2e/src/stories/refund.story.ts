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
  await expect(portal.page.getByText(/resten av saldoen, 200,00 kr, har andre betalt/)).toBeVisible();
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
