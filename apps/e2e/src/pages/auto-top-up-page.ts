import { expect, type Page } from '@playwright/test';

/** The portal's screen of automatic top-up, and the provider's and the bank's pages behind it. */
export class AutoTopUpPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Fills the form in, in kroner, and leaves for the provider's page. */
  async setUp({ below, amount, times }: { below: number; amount: number; times: number }): Promise<void> {
    await this.page.getByLabel('Fyll på når det er mindre enn').fill(String(below));
    await this.page.getByLabel('Fyll på med').fill(String(amount));
    await this.page.getByLabel('Høyst så mange ganger i måneden').fill(String(times));
    await this.page.getByRole('button', { name: 'Lagre bankkort' }).click();
  }

  /** Gives a test card, with the bank's approval if it asks for it, and comes back. */
  async saveCard(testCard: RegExp, answer?: 'Godkjenn'): Promise<void> {
    await this.page.getByRole('button', { name: testCard }).click();
    await this.page.getByRole('button', { name: 'Lagre kort' }).click();
    if (answer) await this.page.getByRole('button', { name: answer }).click();
    await expect(this.page.getByText('Bankkortet er lagret.')).toBeVisible();
    await expect(this.page.getByText('Slik er det nå')).toBeVisible();
  }

  /** Goes to the bank and answers there. */
  async approve(answer: 'Godkjenn' | 'Avvis'): Promise<void> {
    await this.page.getByRole('button', { name: 'Godkjenn betalingen' }).click();
    await this.page.getByRole('button', { name: answer, exact: true }).click();
  }
}
