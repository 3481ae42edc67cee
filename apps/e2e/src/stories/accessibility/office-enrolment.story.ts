import { demo } from '../../support/demo.ts';
import { freshEmail } from '../../support/fresh.ts';
import { Inspection } from '../../support/inspection.ts';
import { aPupil } from '../../support/pupil.ts';
import { officeRules, test, expect } from '../../support/story.ts';

test('what the office does about guardians and leaving is free of what axe finds', async ({ openOffice, school }) => {
  const pupil = await aPupil(school).enrolled();
  const { page } = await openOffice();
  await page.goto(`${demo.officeUrl}/${school.id}/elever/${pupil.id}`);
  const inspection = new Inspection(page, officeRules);
  const dialog = page.getByRole('dialog');
  const close = async () => {
    await dialog.getByRole('button', { name: 'Avbryt' }).click();
    await expect(dialog).toBeHidden();
  };

  await page.getByRole('button', { name: 'Legg til foresatt' }).click();
  await inspection.look('a guardian to add', dialog.getByLabel('E-post'));
  const email = freshEmail();
  await dialog.getByLabel('E-post').fill(email);
  await dialog.getByRole('button', { name: 'Legg til' }).click();
  await expect(dialog).toBeHidden();
  const discretion = page.getByRole('switch', { name: /^Skjermet/ });
  await discretion.click();
  await expect(discretion).toBeChecked();
  await inspection.look('guardians, one invited and one discreet', page.getByText(email).first());

  await page.getByRole('button', { name: 'Koble fra Grete Foresatt' }).click();
  await inspection.look('a guardian to unlink', dialog.getByRole('heading', { name: 'Koble fra Grete Foresatt?' }));
  await close();

  await page.getByRole('button', { name: 'Eleven slutter' }).click();
  await inspection.look('a pupil to leave', dialog.getByLabel('Årsak (valgfritt)'));
  const inAWeek = new Date(Date.now() + 7 * 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
  await dialog.getByLabel('Siste skoledag (valgfritt)').fill(inAWeek);
  await dialog.getByRole('button', { name: 'Eleven slutter' }).click();
  await inspection.look('a pupil who is to leave', page.getByText(/Siste skoledag \d\d\.\d\d\.\d{4}/));
  await page.getByRole('button', { name: 'Slutter ikke likevel' }).click();
  await expect(page.getByText(/Siste skoledag \d/)).toBeHidden();

  await page.getByRole('button', { name: 'Eleven slutter' }).click();
  await dialog.getByRole('button', { name: 'Eleven slutter' }).click();
  await inspection.look('a pupil who has left', page.getByRole('button', { name: 'Ta inn igjen' }));
});
