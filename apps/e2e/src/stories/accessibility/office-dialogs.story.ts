import type { Page } from '@playwright/test';
import { freshName, freshWord } from '../../support/fresh.ts';
import { Inspection } from '../../support/inspection.ts';
import { officeRules, test } from '../../support/story.ts';

interface Dialog {
  readonly room: string;
  readonly button: string;
  /** The button that says yes to an empty form. */
  readonly submit: string;
  /** What is then said. */
  readonly mistake: string;
}

const forms: readonly Dialog[] = [
  { room: 'Varer', button: 'Ny vare', submit: 'Lagre', mistake: 'Skriv et navn' },
  { room: 'Varer', button: 'Ny kategori', submit: 'Lagre', mistake: 'Skriv et navn' },
  { room: 'Kasser', button: 'Ny kasse', submit: 'Lagre', mistake: 'Skriv et navn' },
  { room: 'Kasser', button: 'Ny kasserer', submit: 'Lagre', mistake: 'PIN må ha seks siffer' },
  { room: 'Ansatte', button: 'Inviter ansatt', submit: 'Send invitasjon', mistake: 'Skriv e-postadressen' },
];

test('every form of the office says what is missing to everyone', async ({ openOffice }) => {
  const office = await openOffice();
  const { page } = office;
  const inspection = new Inspection(page, officeRules);
  const dialog = page.getByRole('dialog');
  for (const { room, button, submit, mistake } of forms) {
    await office.open(room);
    await page.getByRole('button', { name: button, exact: true }).click();
    await inspection.look(button, dialog);
    await dialog.getByRole('button', { name: submit }).click();
    await inspection.look(`${button}, empty`, dialog.getByText(mistake).first());
    await closeDialog(page);
  }
});

test('the rest of the office is for everyone', async ({ school, openOffice }) => {
  const office = await openOffice();
  const { page } = office;
  const inspection = new Inspection(page, officeRules);
  const dialog = page.getByRole('dialog');
  const { registerName } = await school.openTill();
  const unpaired = `Kasse ${freshWord()}`;
  await school.enrol(freshName('Oda'));

  await office.open('Kasser');
  await office.makeRegister(unpaired);
  await page.getByRole('button', { name: `Lag kode for ${unpaired}` }).click();
  await inspection.look('a pairing code', dialog);
  await dialog.getByRole('button', { name: 'Ferdig' }).click();
  await page.getByRole('button', { name: `Koble fra ${registerName}` }).click();
  await inspection.look('a till is taken away', dialog);
  await closeDialog(page);

  await page.keyboard.press('Control+k');
  await dialog.getByRole('combobox').fill('oda');
  await inspection.look('a pupil is looked for', dialog.getByRole('option').first());
  await page.keyboard.press('Escape');

  await office.open('Varer');
  await page.getByRole('button', { name: 'Lettmelk', exact: true }).click();
  await inspection.look('a product', dialog);
  await closeDialog(page);

  const colleague = freshName('Kollega');
  await school.addColleague(colleague, 'support');
  await office.open('Ansatte');
  await page.getByRole('button', { name: `Fjern ${colleague}` }).click();
  await inspection.look('a colleague is taken away', dialog);
  await closeDialog(page);

  await office.open('Kort');
  await page.getByRole('button', { name: 'Lag PDF' }).click();
  await inspection.look('cards for nobody', page.getByText('Velg en klasse eller lageret').first());
  await page.getByLabel('Hvem skal få kort?').selectOption('Lager – kort uten elev');
  await inspection.look('cards for the stock', page.getByLabel('Antall kort'));

  await office.open('Innstillinger');
  await page.getByLabel('Minste påfyll').fill('mye');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await inspection.look('settings that are no amount', page.getByText('Skriv et beløp i kroner').first());
});

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}
