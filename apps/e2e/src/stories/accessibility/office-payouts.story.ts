import { demo } from '../../support/demo.ts';
import { freshName, freshWord } from '../../support/fresh.ts';
import { Inspection } from '../../support/inspection.ts';
import { expect, officeRules, test } from '../../support/story.ts';

test('money that the office received is asked back and waits for another, whoever sits there', async ({
  school,
  openOffice,
}) => {
  const pupil = await school.enrolWithoutCard(freshName('Ylva'));
  const office = await openOffice();
  const { page } = office;
  const inspection = new Inspection(page, officeRules);
  const dialog = page.getByRole('dialog');

  await page.goto(`${demo.officeUrl}/${school.id}/elever/${pupil.id}`);
  await page.getByRole('button', { name: 'Ta imot betaling' }).click();
  await dialog.getByLabel('Beløp').fill('200');
  await dialog.getByLabel('Faktura', { exact: true }).check();
  await dialog.getByLabel('Fakturanummer').fill(freshWord());
  await dialog.getByRole('button', { name: 'Registrer betaling' }).click();
  await dialog.getByRole('button', { name: 'Ferdig' }).click();

  await page.getByRole('button', { name: 'Betal tilbake' }).click();
  await dialog.getByLabel('Kontoeier').fill('Ola Nordmann');
  await dialog.getByLabel('Kontonummer').fill('1234 56 78904');
  await dialog.getByRole('button', { name: 'Lagre kontoen' }).click();
  await inspection.look('an account number that is none', dialog.getByText('Dette er ikke et kontonummer').first());
  await dialog.getByLabel('Kontonummer').fill('1234 56 78903');
  await dialog.getByRole('button', { name: 'Lagre kontoen' }).click();
  await expect(dialog.getByText('konto som slutter på 8903')).toBeVisible();
  await inspection.look('a refund is asked for', dialog.getByLabel('Beløp'));
  await dialog.getByRole('button', { name: 'Be om utbetaling' }).dblclick();
  await inspection.look('a refund that waits for approval', dialog.getByText('En annen i administrasjonen'));
  await dialog.getByRole('button', { name: 'Ferdig' }).click();

  await office.open('Utbetalinger');
  const row = page.getByRole('row', { name: pupil.name });
  await inspection.look('what waits for approval', row.getByText('En annen må godkjenne.'));
  await row.getByRole('button', { name: `Avslå utbetaling fra ${pupil.name}` }).click();
  await expect(row).toHaveCount(0);
});
