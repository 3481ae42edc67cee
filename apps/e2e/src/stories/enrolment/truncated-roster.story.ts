import { Inspection } from '../../support/inspection.ts';
import type { School } from '../../support/school.ts';
import { test } from '../../support/second-school.ts';
import { expect, officeRules } from '../../support/story.ts';

interface Listed {
  readonly name: string;
  readonly className: string;
  readonly birthDate: string | null;
}

async function enrolled(school: School): Promise<Listed[]> {
  return (await school.office.get<{ items: Listed[] }>(school.path('pupils?limit=100'))).items;
}

test('a roster file of half the school is hard to apply by mistake, and undone in two clicks', async ({
  second,
  secondOffice,
}) => {
  const { page } = secondOffice;
  const inspection = new Inspection(page, officeRules);
  const before = await enrolled(second);
  const half = before.slice(0, Math.floor(before.length / 2));
  const missing = before.length - half.length;
  const rows = half.map(({ name, birthDate, className }) => [name, birthDate, className].join(';'));

  await secondOffice.open('Importer elever');
  await secondOffice.previewRoster(['Navn;Fødselsdato;Klasse', ...rows].join('\n'));
  await page.getByRole('checkbox', { name: /^Filen er komplett/ }).check();
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(page.getByText('Antallet stemmer ikke med hvor mange som slutter.')).toBeVisible();
  expect(await enrolled(second)).toHaveLength(before.length);

  await page.getByLabel(/^Mange slutter\. Skriv antallet/).fill(String(missing));
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await inspection.look('an import that can be undone', page.getByRole('heading', { name: 'Elevlisten er importert' }));
  expect(await enrolled(second)).toHaveLength(half.length);

  await page
    .getByRole('button', { name: /^Angre import: elever\.csv/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await inspection.look('undo of an import', dialog.getByText(`${missing} elever kommer tilbake`));
  await dialog.getByRole('button', { name: 'Angre', exact: true }).click();
  await expect(dialog).toBeHidden();
  expect(await enrolled(second)).toEqual(before);
});
