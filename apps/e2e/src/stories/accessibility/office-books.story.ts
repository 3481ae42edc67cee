import { Buffer } from 'node:buffer';
import { demo } from '../../support/demo.ts';
import { Inspection } from '../../support/inspection.ts';
import { officeRules, test } from '../../support/story.ts';

test('everyone can see whether the books hold, and say what lies on the client account', async ({
  school,
  openOffice,
}) => {
  const { page } = await openOffice();
  const inspection = new Inspection(page, officeRules);
  const dialog = page.getByRole('dialog');

  await page.goto(`${demo.officeUrl}/${school.id}/regnskap`);
  await inspection.look('the books', page.getByRole('heading', { level: 1, name: 'Regnskap' }));
  await page.getByLabel('Kontonummer').fill('9041 22 63057');
  await page.getByRole('button', { name: 'Lagre kontoen' }).click();
  await inspection.look('an account number with a slip', page.getByText('Kontonummeret er ikke riktig').first());
  await page.getByLabel('Kontonummer').fill('9041 22 63056');
  await page.getByRole('button', { name: 'Lagre kontoen' }).click();

  await page.getByRole('button', { name: 'Skriv inn saldoen selv' }).click();
  await dialog.getByRole('button', { name: 'Lagre saldoen' }).click();
  await inspection.look('a balance without answers', dialog.getByText('Skriv et beløp').first());
  await dialog.getByLabel('Ved slutten av dagen').fill('2026-01-31');
  await dialog.getByLabel('Bokført saldo').fill('1000000');
  await dialog.getByRole('button', { name: 'Lagre saldoen' }).click();
  await inspection.look('the money of the pupils', page.getByText('Overskudd'));

  const garbage = { name: 'utskrift.xml', mimeType: 'text/xml', buffer: Buffer.from('<html></html>') };
  await page.getByLabel('Last opp kontoutskrift').setInputFiles(garbage);
  await inspection.look('a file that is no statement', page.getByText('Dette er ikke en kontoutskrift'));
});
