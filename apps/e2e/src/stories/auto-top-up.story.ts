import { kr } from '@kantinekortet/money';
import { testCards } from '../pages/payment-page.ts';
import { Inspection } from '../support/inspection.ts';
import { linkInMailTo, mailTo } from '../support/mailbox.ts';
import { aPupil, expectMovements } from '../support/pupil.ts';
import { expect, portalRules, test } from '../support/story.ts';

const rule = { below: 195, amount: 200, times: 3 };

test('a card fills itself after a purchase, and the guardian gets a receipt', async ({
  school,
  openPortal,
  openTill,
}) => {
  const pupil = await aPupil(school).withBalance(kr(200)).enrolled();
  const portal = await openPortal(pupil.guardian);
  const inspection = new Inspection(portal.page, portalRules);
  const form = await portal.openAutoTopUp();
  await inspection.look('automatic top-up, not set up', portal.page.getByRole('button', { name: 'Lagre bankkort' }));
  await form.setUp(rule);
  await form.saveCard(testCards.approved);
  await inspection.look('automatic top-up, on', portal.page.getByText('Slik er det nå'));

  const till = await openTill();
  await till.sell(['Grov baguett med ost'], pupil.card.token);
  await expect(till.band).toContainText('Betalt');
  await expect(() => expectMovements(pupil, ['top_up', 'sale', 'top_up'])).toPass({ timeout: 30_000 });
  await mailTo(pupil.guardian.email, '200,00');
});

test('a bank that wants the guardian is answered by the link in a mail', async ({ school, openPortal, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(200)).enrolled();
  const portal = await openPortal(pupil.guardian);
  const inspection = new Inspection(portal.page, portalRules);
  const form = await portal.openAutoTopUp();
  await form.setUp(rule);
  await form.saveCard(testCards.approvedByBankAlways, 'Godkjenn');

  const till = await openTill();
  await till.sell(['Grov baguett med ost'], pupil.card.token);
  await expect(till.band).toContainText('Betalt');
  await portal.page.goto(await linkInMailTo(pupil.guardian.email, 'godkjenner betalingen'));
  await inspection.look('approval', portal.page.getByRole('heading', { name: 'Godkjenn påfyllingen' }));
  await form.approve('Avvis');
  await inspection.look('not approved', portal.page.getByRole('heading', { name: 'Betalingen er ikke godkjent' }));
  await expectMovements(pupil, ['sale', 'top_up']);

  await portal.page.getByRole('link', { name: 'Prøv igjen' }).click();
  await form.approve('Godkjenn');
  await portal.expectHeading('200,00 kr er fylt på');
  await expectMovements(pupil, ['top_up', 'sale', 'top_up']);
});

test('a guardian switches it off, and nothing is charged any more', async ({ school, openPortal, openTill }) => {
  const pupil = await aPupil(school).withBalance(kr(200)).enrolled();
  const portal = await openPortal(pupil.guardian);
  const form = await portal.openAutoTopUp();
  await form.setUp({ ...rule, below: 50 });
  await form.saveCard(testCards.approved);
  await portal.page.getByRole('button', { name: 'Slå av' }).click();
  await new Inspection(portal.page, portalRules).look(
    'automatic top-up, off',
    portal.page.getByText('Automatisk påfylling er slått av'),
  );
  const till = await openTill();
  await till.sell(['Grov baguett med ost'], pupil.card.token);
  await expect(till.band).toContainText('Betalt');
  await expectMovements(pupil, ['sale', 'top_up']);
});
