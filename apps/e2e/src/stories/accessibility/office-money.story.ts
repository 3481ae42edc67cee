import { randomInt } from 'node:crypto';
import { demo } from '../../support/demo.ts';
import { freshName, freshWord } from '../../support/fresh.ts';
import { Inspection } from '../../support/inspection.ts';
import { expect, officeRules, test } from '../../support/story.ts';

test('the office receives money and closes the terminal’s day, whoever sits there', async ({ school, openOffice }) => {
  const pupil = await school.enrolWithoutCard(freshName('Ylva'));
  const { page } = await openOffice();
  const inspection = new Inspection(page, officeRules);
  const dialog = page.getByRole('dialog');

  await page.goto(`${demo.officeUrl}/${school.id}/elever/${pupil.id}`);
  await page.getByRole('button', { name: 'Ta imot betaling' }).click();
  await dialog.getByRole('button', { name: 'Registrer betaling' }).click();
  await inspection.look('a payment without answers', dialog.getByText('Skriv nummeret').first());
  await dialog.getByLabel('Beløp').fill('200');
  await dialog.getByLabel('Nummer på terminalens kvittering').fill(freshWord());
  await dialog.getByRole('button', { name: 'Registrer betaling' }).click();
  await inspection.look('a payment that is recorded', dialog.getByText('Ny saldo er 200,00'));
  await dialog.getByRole('button', { name: 'Ferdig' }).click();
  await inspection.look('the receipts of a pupil', page.getByRole('button', { name: 'Annuller' }));
  await page.getByRole('button', { name: 'Annuller' }).click();
  await dialog.getByRole('button', { name: 'Annuller innbetalingen' }).click();
  await inspection.look('a receipt is cancelled without a reason', dialog.getByText('Skriv hvorfor').first());
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Skriv ut kontoutskrift' }).click();
  await inspection.look('a statement is printed', dialog.getByLabel('Fra'));

  await page.goto(`${demo.officeUrl}/${school.id}/bankterminal`);
  await inspection.look('the day of the terminal', page.getByText(pupil.name));
  await page.getByLabel('Sum på terminalens rapport').fill('1');
  await page.getByRole('button', { name: 'Lukk dagen' }).click();
  await inspection.look('a day that differs', page.getByText('Skriv hva forskjellen kommer av').first());
});

test('a closed day of the terminal can be read by everyone', async ({ school, openOffice }) => {
  // Long ago: today is for the receipts of other stories.
  const daysAgo = randomInt(300, 3_000);
  const day = new Date(Date.now() - daysAgo * 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
  await school.office.post(school.path(`terminal-days/${day}/close`), { terminalTotalOre: 0 });
  const { page } = await openOffice();
  await page.goto(`${demo.officeUrl}/${school.id}/bankterminal?dag=${day}`);
  const inspection = new Inspection(page, { ...officeRules, narrowPx: 390 });
  await inspection.look('a closed day of the terminal', page.getByText('Dagen er gjort opp. Terminalen sier 0,00'));
  await expect(page.getByRole('button', { name: 'Lukk dagen' })).toHaveCount(0);
});

test('everyone can see who is ready for the day that cash ends, and give staff cards', async ({
  school,
  openOffice,
}) => {
  const [pupil, withoutCard] = [
    await school.enrol(freshName('Sol')),
    await school.enrolWithoutCard(freshName('Sverre')),
  ];
  const office = await openOffice();
  const { page } = office;
  const inspection = new Inspection(page, officeRules);
  const dialog = page.getByRole('dialog');

  await page.goto(`${demo.officeUrl}/${school.id}/klar?klasse=${pupil.classId}`);
  await inspection.look('who is ready', page.getByRole('link', { name: pupil.name }));
  await page.getByRole('button', { name: 'E-post: mangler foresatt' }).click();
  await inspection.look('a reminder is confirmed', dialog.getByText('1 elev mangler foresatt'));
  await dialog.getByRole('button', { name: 'Send påminnelse' }).click();
  await inspection.look('a reminder that reached nobody', dialog.getByText('ingen e-postadresse'));
  await dialog.getByRole('button', { name: 'Ferdig' }).click();
  await page.goto(`${demo.officeUrl}/${school.id}/klar?klasse=${withoutCard.classId}`);
  await page.getByRole('button', { name: 'Brev: mangler foresatt' }).click();
  await dialog.getByRole('button', { name: 'Lag PDF' }).click();
  await inspection.look('letters for nobody', dialog.getByText('Skriv ut kort først'));
  await page.keyboard.press('Escape');

  await office.open('Ansattkort');
  await page.getByRole('button', { name: 'Ny ansatt' }).click();
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await inspection.look('staff without a name', dialog.getByText('Skriv et navn').first());
  const name = freshWord();
  await dialog.getByLabel('Fornavn').fill('Turid');
  await dialog.getByLabel('Etternavn').fill(name);
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await inspection.look('staff with a wallet', page.getByRole('link', { name: `Turid ${name}` }));
});
