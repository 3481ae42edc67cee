import { expect, type Page } from '@playwright/test';

/** The page that plays the payment app on the payer's phone. */
export class AppPage {
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async opened(page: Page, kroner: number): Promise<AppPage> {
    await expect(page.getByRole('heading', { name: `Betal ${kroner},00 kr` })).toBeVisible();
    return new AppPage(page);
  }

  answer(answer: 'Godkjenn' | 'Avvis'): Promise<void> {
    return this.page.getByRole('button', { name: answer }).click();
  }
}
