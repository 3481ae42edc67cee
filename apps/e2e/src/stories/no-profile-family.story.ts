import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { kr } from '@kantinekortet/money';
import { demo } from '../support/demo.ts';
import { freshName, freshWord } from '../support/fresh.ts';
import { Guardian } from '../support/guardian.ts';
import { readLetters } from '../support/printed-cards.ts';
import { expect, test } from '../support/story.ts';

test('a family without a profile pays at the office, gets a new card, and takes over later', async ({
  school,
  openOffice,
  openTill,
}) => {
  const pupil = await school.enrolWithoutCard(freshName('Mina'));
  const [first, second] = [await school.stockCard(), await school.stockCard()];
  const { page } = await openOffice();
  const dialog = page.getByRole('dialog');

  await test.step('the office gives a card by a scan', async () => {
    await page.goto(`${demo.officeUrl}/${school.id}/elever/${pupil.id}`);
    await page.getByRole('button', { name: 'Gi kort' }).click();
    await dialog.getByLabel('Kode på kortet').fill(first);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  });

  await test.step('the office receives money on its bank terminal and prints the receipt', async () => {
    await page.getByRole('button', { name: 'Ta imot betaling' }).click();
    await dialog.getByLabel('Beløp').fill('200');
    await dialog.getByLabel('Nummer på terminalens kvittering').fill(freshWord());
    await dialog.getByRole('button', { name: 'Registrer betaling' }).dblclick();
    await expect(dialog.getByText('200,00 kr er registrert. Ny saldo er 200,00 kr.')).toBeVisible();
    const receipt = downloaded(page);
    await dialog.getByRole('button', { name: 'Skriv ut kvittering' }).click();
    expect((await receipt).subarray(0, 5).toString()).toBe('%PDF-');
    await dialog.getByRole('button', { name: 'Ferdig' }).click();
    await expect(page.getByText('200,00 kr · Bankterminal')).toHaveCount(1);
  });

  const till = await openTill();
  await test.step('the pupil buys lunch', async () => {
    await till.sell(['Grov baguett med ost'], first);
    await expect(till.band).toContainText('Mina: ny saldo 155,00 kr.');
  });

  await test.step('the card is lost: the office blocks it, the till refuses it, a new one takes its place', async () => {
    await page.getByRole('button', { name: 'Sperr kortet' }).click();
    await dialog.getByRole('button', { name: 'Sperr kortet' }).click();
    await expect(dialog).toBeHidden();
    await till.sell(['Lettmelk'], first);
    await expect(till.band).toContainText('Kortet er sperret');
    await page.getByRole('button', { name: 'Nytt kort' }).click();
    await dialog.getByLabel('Skann et kort fra lageret').fill(second);
    await dialog.getByRole('button', { name: 'Gi nytt kort' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the office prints a statement', async () => {
    await page.getByRole('button', { name: 'Skriv ut kontoutskrift' }).click();
    const statement = downloaded(page);
    await dialog.getByRole('button', { name: 'Lag PDF' }).click();
    expect((await statement).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByRole('button', { name: 'Skriv ut kontoutskrift' }).click();
    const table = downloaded(page);
    await dialog.getByRole('button', { name: 'Lag tabell (CSV)' }).click();
    expect((await table).toString()).toMatch(/;Grov baguett med ost, kvittering \d+;-45,00;155,00\r\n/);
  });

  await test.step('a guardian takes over with the control code of a letter, and sees everything', async () => {
    const printed = downloaded(page);
    await page.getByRole('button', { name: 'Skriv ut brev' }).click();
    const [letter] = await readLetters(await printed);
    if (!letter) throw new Error('No letter was printed');
    const guardian = await Guardian.signUp();
    await guardian.registerCard(letter);
    expect(await guardian.balanceOre(pupil.walletId)).toBe(kr(155));
    const kinds = (await guardian.transactions(pupil.walletId)).map(({ kind }) => kind);
    expect(kinds).toEqual(['card_replaced', 'sale', 'top_up']);
  });
});

async function downloaded(page: Page): Promise<Buffer> {
  return readFile(await (await page.waitForEvent('download')).path());
}
