import { expect, type Locator, type Page } from '@playwright/test';
import type { Click } from './payment-page.ts';

// The till ignores a card that was read less than two seconds ago.
const scanAgainMs = 2_100;

/** The till as a cashier uses it. */
export class TillPage {
  readonly page: Page;
  /** What the till says about the card that was scanned last. */
  readonly band: Locator;
  readonly cart: Locator;
  /** Who is signed in; empty at a till where nobody has been yet. */
  readonly cashierName: string;

  constructor(page: Page, cashierName = '') {
    this.page = page;
    this.cashierName = cashierName;
    this.band = page.getByRole('status').and(page.locator('[aria-live=assertive]'));
    this.cart = page.getByRole('region', { name: 'Handlekurv' });
  }

  async pair(code: string): Promise<void> {
    await this.page.getByLabel('Koblingskode').fill(code);
    await this.page.getByRole('button', { name: 'Koble til' }).click();
  }

  async signIn(cashierName: string, pin: string): Promise<void> {
    await this.page.getByRole('button', { name: cashierName }).click();
    await expect(this.page.getByRole('heading', { name: cashierName })).toBeVisible();
    for (const digit of pin) await this.page.getByRole('button', { name: digit, exact: true }).click();
  }

  /** Taps a product, whose button says its price too, and looks that it is in the cart. */
  async add(product: string): Promise<void> {
    const name = new RegExp(`^${product}\\s\\d`);
    await this.page.getByRole('region', { name: 'Varer' }).getByRole('button', { name }).click();
    await expect(this.cart).toContainText(product);
  }

  /** Types a card as a scanner does, and again when the till did not take it, as a cashier would. */
  async scan(cardToken: string): Promise<void> {
    const before = (await this.band.textContent()) ?? '';
    await expect(async () => {
      await this.page.keyboard.type(cardToken, { delay: 1 });
      await this.page.keyboard.press('Enter');
      await expect(this.band).not.toHaveText(before, { timeout: scanAgainMs });
    }).toPass();
  }

  async sell(products: readonly string[], cardToken: string): Promise<void> {
    for (const product of products) await this.add(product);
    await this.scan(cardToken);
  }

  press(button: string, click: Click = {}): Promise<void> {
    return this.page.getByRole('button', { name: button }).click(click);
  }

  async openTodaysSales(): Promise<void> {
    await this.page.getByRole('link', { name: 'Dagens salg' }).click();
    await expect(this.page.getByRole('heading', { name: 'Dagens salg' })).toBeVisible();
  }
}
