import { Inspection } from '../../support/inspection.ts';
import type { School } from '../../support/school.ts';
import { test } from '../../support/second-school.ts';
import { expect, officeRules } from '../../support/story.ts';

interface Class {
  readonly name: string;
  readonly pupilCount: number;
}

async function classes(school: School): Promise<Record<string, number>> {
  const { items } = await school.office.get<{ items: Class[] }>(school.path('classes'));
  return Object.fromEntries(items.filter(({ pupilCount }) => pupilCount > 0).map((one) => [one.name, one.pupilCount]));
}

test('a new school year moves every class up, and is undone the same day', async ({ second, secondOffice }) => {
  const { page } = secondOffice;
  const inspection = new Inspection(page, officeRules);
  const before = await classes(second);
  const total = Object.values(before).reduce((sum, count) => sum + count, 0);

  await secondOffice.open('Nytt skoleår');
  await page.getByRole('button', { name: 'Se hva som skjer' }).click();
  const [first = ''] = Object.keys(before);
  await page.getByLabel(`Hva skjer med ${first}?`).selectOption('Flyttes');
  await page.getByLabel(`Ny klasse for ${first}`).fill('Prøveklassen');
  await inspection.look('the plan of a school year', page.getByRole('button', { name: 'Start skoleåret' }));

  await page.getByRole('textbox', { name: 'for å bekrefte' }).fill('1');
  await page.getByRole('button', { name: 'Start skoleåret' }).click();
  await expect(page.getByText('Antallet stemmer ikke.')).toBeVisible();
  const label = await page.getByText(/^Skriv \d+ for å bekrefte$/).innerText();
  await page.getByRole('textbox', { name: 'for å bekrefte' }).fill(/\d+/.exec(label)?.[0] ?? '');
  await page.getByRole('button', { name: 'Start skoleåret' }).click();
  await inspection.look('a school year begun', page.getByRole('heading', { name: 'Skoleåret er startet' }));
  const after = await classes(second);
  expect(after['Prøveklassen']).toBe(before[first]);
  expect(after[first]).not.toBe(total);

  await page.getByRole('button', { name: 'Angre skoleåret' }).click();
  const dialog = page.getByRole('dialog');
  await inspection.look('undo of a school year', dialog.getByRole('heading', { name: 'Angre det nye skoleåret?' }));
  await dialog.getByRole('button', { name: 'Angre', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Angret', { exact: true }).first()).toBeVisible();
  expect(await classes(second)).toEqual(before);
});
