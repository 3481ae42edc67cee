import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { demo } from '../support/demo.ts';
import { readPrintedCards, type PrintedCard } from '../support/printed-cards.ts';

/** A pupil's page in the office. */
export class PupilPage {
  readonly page: Page;
  readonly dialog: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
  }

  static async open(page: Page, schoolId: string, { id, name }: { id: string; name: string }): Promise<PupilPage> {
    await page.goto(`${demo.officeUrl}/${schoolId}/elever/${id}`);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    return new PupilPage(page);
  }

  /** Opens the dialog and waits until it says what the new card costs. */
  async askForNewCard(fee: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Nytt kort' }).click();
    await expect(this.dialog.getByText(fee)).toBeVisible();
  }

  /** Scans with no field in focus, as with a scanner on the desk, and confirms what was read. */
  async giveScannedCard(cardToken: string): Promise<void> {
    await this.page.keyboard.type(cardToken, { delay: 1 });
    await this.page.keyboard.press('Enter');
    await expect(this.dialog.getByText('Kortet er skannet.')).toBeVisible();
    await this.dialog.getByRole('button', { name: 'Gi nytt kort' }).click();
    await expect(this.dialog).toBeHidden();
    await expect(this.page.getByText('Eleven har fått nytt kort.')).toBeVisible();
  }

  async replaceCard(fee: string, cardToken: string): Promise<void> {
    await this.askForNewCard(fee);
    await this.giveScannedCard(cardToken);
  }

  /** Where no card of the stock is at hand. */
  async printNewCard(): Promise<PrintedCard> {
    const downloading = this.page.waitForEvent('download');
    await this.dialog.getByRole('button', { name: 'Skriv ut i stedet' }).click();
    const [card] = await readPrintedCards(await readFile(await (await downloading).path()));
    if (!card) throw new Error('No card was printed');
    await expect(this.page.getByText('Eleven har fått nytt kort.')).toBeVisible();
    return card;
  }

  /** Takes back what the newest new card cost. */
  async waiveNewest(reason: string): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Ettergi kort/ })
      .first()
      .click();
    await this.dialog.getByLabel('Begrunnelse').fill(reason);
    await this.dialog.getByRole('button', { name: 'Ettergi' }).click();
    await expect(this.dialog).toBeHidden();
    await expect(this.page.getByText(`Ettergitt: ${reason}`)).toBeVisible();
  }
}
