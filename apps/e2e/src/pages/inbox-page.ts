import { expect, type Locator, type Page } from '@playwright/test';
import { demo } from '../support/demo.ts';

/** The office's inbox, as somebody who answers families uses it. */
export class InboxPage {
  readonly page: Page;
  readonly undo: Locator;
  /** What was written and done in the case. */
  readonly entries: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.undo = page.getByRole('button', { name: 'Angre' });
    this.entries = page.getByRole('list', { name: 'Det som er skrevet og gjort' });
  }

  static async open(page: Page, schoolId: string): Promise<InboxPage> {
    await page.goto(`${demo.officeUrl}/${schoolId}/henvendelser`);
    await expect(page.getByRole('heading', { level: 1, name: 'Henvendelser' })).toBeVisible();
    return new InboxPage(page);
  }

  /** Finds the case of a sender by search, in every view, and opens it. */
  async openCaseOf(senderName: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Søk i alle henvendelser' }).fill(senderName);
    await this.page.getByRole('link', { name: senderName }).click();
    await expect(this.answerTo(senderName)).toBeVisible();
  }

  async answer(senderName: string, text: string, then: string): Promise<void> {
    await this.answerTo(senderName).fill(text);
    await this.page.getByLabel('Etterpå').selectOption(then);
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.press('Control+Enter');
    await expect(this.undo).toBeVisible();
  }

  async choose(kind: 'Svar' | 'Internt notat'): Promise<void> {
    await this.page.getByLabel('Hva vil du skrive?').getByText(kind).click();
  }

  async attach(fileName: string, contents = '%PDF-1.4\n'): Promise<void> {
    const file = { name: fileName, mimeType: 'application/pdf', buffer: Buffer.from(contents) };
    await this.page.getByLabel('Legg ved bilder eller PDF').setInputFiles(file);
    await expect(this.page.getByRole('button', { name: `Fjern ${fileName}` })).toBeVisible();
  }

  answerTo(senderName: string): Locator {
    return this.page.getByLabel(`Svar til ${senderName}`);
  }

  /** What the case says about itself. */
  header(): Locator {
    return this.page.getByRole('region', { name: /^Sak \d+$/ });
  }
}
