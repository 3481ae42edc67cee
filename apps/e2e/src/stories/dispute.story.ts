import { kr } from '@kantinekortet/money';
import { PupilPage } from '../pages/pupil-page.ts';
import { Inspection } from '../support/inspection.ts';
import { mailTo } from '../support/mailbox.ts';
import { aPupil, expectBalance, expectMovements } from '../support/pupil.ts';
import { dispute, refundThere } from '../support/sandbox.ts';
import { expect, officeRules, test } from '../support/story.ts';

test('a payment that the bank takes back is the office’s to answer, and is back on the card when the bank says so', async ({
  school,
  openOffice,
  openTill,
}) => {
  const pupil = await aPupil(school).enrolled();
  const topUpId = await pupil.guardian.topUp(pupil.walletId, kr(200));
  const till = await openTill();
  await till.sell(['Grov baguett med ost'], pupil.card.token);
  await expect(till.band).toContainText('Betalt 45,00 kr');
  const disputed = await dispute(topUpId);
  const letter = await mailTo(pupil.guardian.email, 'hentet tilbake');
  expect(letter.text).toMatch(/Vilde: 45,00\skr var brukt, og gjenstår å betale/);
  await expectBalance(pupil, 0);
  await expectMovements(pupil, ['dispute', 'sale', 'top_up']);

  const office = await openOffice();
  const { page } = office;
  const inspection = new Inspection(page, { ...officeRules, narrowPx: 360 });
  const task = page.getByRole('article').filter({ hasText: pupil.name });
  await office.open('Oppgaver');
  await inspection.look('a task about a dispute', task.getByText(/^Frist \d/));
  await expect(task.getByRole('heading', { name: 'Innsigelse fra banken' })).toBeVisible();
  await expect(task).toContainText(/45,00\skr av dette var brukt og er ført som skyldig/);
  await task.getByRole('link', { name: 'Åpne eleven' }).click();
  await inspection.look('a dispute on the timeline', page.getByText('Betaling hentet tilbake av banken'));

  await disputed.decide('won');
  await expect(async () => {
    await expectBalance(pupil, kr(155));
  }).toPass();
  await PupilPage.open(page, school.id, pupil);
  await expect(page.getByText('Betaling kom tilbake')).toBeVisible();
  await office.open('Oppgaver');
  await expect(task).toHaveCount(0);
  await page.getByRole('link', { name: 'Ferdige' }).click();
  await inspection.look('a dispute that is over', task.getByText('pengene er tilbake på kortet'));
});

test('money that somebody sent back at the provider is drawn from the card, and checked by the office', async ({
  school,
  openOffice,
}) => {
  const pupil = await aPupil(school).enrolled();
  const topUpId = await pupil.guardian.topUp(pupil.walletId, kr(200));
  await refundThere(topUpId, kr(50));
  await mailTo(pupil.guardian.email, 'Skolen har sendt');
  await expectBalance(pupil, kr(150));
  const office = await openOffice();
  const { page } = office;
  const inspection = new Inspection(page, { ...officeRules, narrowPx: 360 });
  const task = page.getByRole('article').filter({ hasText: pupil.name });
  await office.open('Oppgaver');
  await inspection.look('a task about a refund at the provider', task.getByRole('button', { name: 'Merk som løst' }));
  await task.getByRole('button', { name: 'Merk som løst' }).click();
  await page.getByRole('dialog').getByLabel('Hva ble gjort?').fill('Avtalt med foresatt på telefon');
  await page.getByRole('dialog').getByRole('button', { name: 'Merk som løst' }).click();
  await expect(task).toHaveCount(0);
});
