import { expect, type Locator, type Page } from '@playwright/test';

/** How a button is pressed: `clickCount: 2` is the double click of someone impatient. */
export type Click = Pick<NonNullable<Parameters<Locator['click']>[0]>, 'clickCount'>;

/** The provider's payment page, and the bank's page behind it. */
export class PaymentPage {
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async opened(page: Page): Promise<PaymentPage> {
    await expect(page.getByRole('heading', { name: 'Betal med kort' })).toBeVisible();
    return new PaymentPage(page);
  }

  /** Chooses a test card by its label and number, and pays. */
  async payWith(testCard: RegExp, click: Click = {}): Promise<void> {
    await this.page.getByRole('button', { name: testCard }).click();
    await this.page.getByRole('button', { name: /^Betal / }).click(click);
  }

  async expectRefusal(text: string): Promise<void> {
    await expect(this.page.getByRole('alert')).toContainText(text);
  }

  async answerBank(answer: 'Godkjenn' | 'Avvis'): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Godkjenn betalingen' })).toBeVisible();
    await this.page.getByRole('button', { name: answer }).click();
  }

  cancel(): Promise<void> {
    return this.page.getByRole('link', { name: 'Avbryt' }).click();
  }
}

/** The buttons that fill in a test card. */
export const testCards = {
  approved: /^Godkjent 4242/,
  declined: /^Avvist/,
  approvedByBank: /^Godkjennes i banken 4/,
  approvedByBankAlways: /^Godkjennes i banken hver gang/,
  slow: /^Tregt svar, godkjent/,
};
