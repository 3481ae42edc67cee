import { kr } from '@kantinekortet/money';
import { v7 as newId } from 'uuid';
import { demo } from '../../support/demo.ts';
import { freshName, freshWord } from '../../support/fresh.ts';
import { Inspection } from '../../support/inspection.ts';
import { aPupil } from '../../support/pupil.ts';
import { expect, officeRules, test } from '../../support/story.ts';

test('the office sees what waits for settlement, and enters what has come to the client account', async ({
  school,
  openOffice,
}) => {
  const pupil = await aPupil(school).enrolled();
  await school.office.post(school.path(`pupils/${pupil.id}/office-receipts`), {
    ...{ id: newId(), amountOre: kr(120), method: 'terminal', reference: freshWord() },
    paidOn: new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' }),
  });
  const name = freshName('Berit');
  const { page } = await openOffice(await school.addColleague(name, 'office'));
  const inspection = new Inspection(page, { ...officeRules, narrowPx: 390 });
  const dialog = page.getByRole('dialog');
  const reference = `Terminal ${name}`;

  await page.goto(`${demo.officeUrl}/${school.id}/regnskap`);
  await page.getByRole('link', { name: 'Se oppgjørene' }).click();
  const waiting = page.getByRole('row', { name: /^Bankterminal/ });
  await inspection.look('what waits for settlement', waiting);
  await expect(page.getByRole('row', { name: /^Bankkort på nett/ })).toContainText('hentes hver natt');

  await page.getByRole('button', { name: 'Før et oppgjør' }).click();
  await dialog.getByRole('button', { name: 'Før oppgjøret' }).click();
  await inspection.look('an entry without answers', dialog.getByText('Skriv referansen').first());
  await dialog.getByLabel('Betalt med').selectOption('office_terminal');
  await dialog.getByLabel('Beløp på klientkontoen').fill('9000000');
  await dialog.getByLabel('Referanse i kontoutskriften').fill(reference);
  await dialog.getByRole('button', { name: 'Før oppgjøret' }).click();
  await inspection.look('more than waits', dialog.getByText('Det er mer enn det som venter'));
  await dialog.getByLabel('Beløp på klientkontoen').fill('118');
  await dialog.getByLabel('Trukket i kostnad').fill('2');
  await dialog.getByRole('button', { name: 'Før oppgjøret' }).dblclick();
  await expect(dialog).toBeHidden();

  const row = page.getByRole('row', { name });
  await inspection.look('what has come', row);
  await expect(row).toContainText('118,00 kr');
  await row.getByRole('link').click();
  await inspection.look('one settlement', page.getByText(reference));
  await expect(page.getByRole('main')).toContainText('120,00 kr');
});
