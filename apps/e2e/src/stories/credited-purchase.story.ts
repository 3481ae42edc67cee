import { kr } from '@kantinekortet/money';
import { v7 as newId } from 'uuid';
import { InboxPage } from '../pages/inbox-page.ts';
import { PupilPage } from '../pages/pupil-page.ts';
import { freshName } from '../support/fresh.ts';
import { Guardian } from '../support/guardian.ts';
import { aPupil, expectBalance, expectMovements } from '../support/pupil.ts';
import { expect, test } from '../support/story.ts';

test('a purchase that the family does not know is given back from their case', async ({
  school,
  openPortal,
  openOffice,
  openTill,
}) => {
  const name = freshName('Grete');
  const pupil = await aPupil(school)
    .withBalance(kr(100))
    .of(await Guardian.signUp(name))
    .enrolled();
  await (await openTill()).sell(['Grov baguett med ost'], pupil.card.token);
  await expect(async () => expectBalance(pupil, kr(55))).toPass();
  await pupil.guardian.api.post('guardians/me/support-cases', {
    ...{ id: newId(), topic: 'unknown_purchase', message: 'Vilde var hjemme i går.', pupilId: pupil.id },
  });

  const office = await openOffice();
  await expect(office.page.getByRole('region', { name: 'Henvendelser som venter' })).toBeVisible();
  const inbox = await InboxPage.open(office.page, school.id);
  await inbox.openCaseOf(name);
  const purchases = inbox.page.getByRole('region', { name: 'Siste kjøp' });
  await purchases.getByRole('button', { name: /^Godskriv kvittering \d+$/ }).click();
  const dialog = inbox.page.getByRole('dialog', { name: 'Godskriv 45,00 kr?' });
  await expect(dialog.getByLabel('Begrunnelse')).toHaveValue(/^Sak \d+$/);
  await dialog.getByRole('button', { name: 'Godskriv' }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(purchases.getByText('Godskrevet', { exact: true })).toBeVisible();
  await expect(purchases.getByRole('button')).toBeHidden();
  await expect(inbox.entries.getByText('Kjøp godskrevet: 45,00 kr')).toBeVisible();
  await expectBalance(pupil, kr(100));
  await expectMovements(pupil, ['goodwill', 'sale', 'top_up']);

  const portal = await openPortal(pupil.guardian);
  await portal.page.getByRole('link', { name: 'Alle kjøp og innbetalinger' }).click();
  await expect(portal.page.getByText('Godskrevet: Grov baguett med ost')).toBeVisible();
  const desk = await PupilPage.open(office.page, school.id, pupil);
  await expect(desk.page.getByText('Kjøp godskrevet')).toBeVisible();
});
