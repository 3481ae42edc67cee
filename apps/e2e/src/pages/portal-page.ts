import { expect, type Locator, type Page } from '@playwright/test';
import { formatControlCode, formatCardNumber } from '@kantinekortet/codes';
import type { PrintedCard } from '../support/printed-cards.ts';
import { AppPage } from './app-page.ts';
import { AutoTopUpPage } from './auto-top-up-page.ts';
import { PaymentPage, type Click } from './payment-page.ts';

/** The parent portal as a guardian uses it on a phone. */
export class PortalPage {
  readonly page: Page;
  /** What the child can spend. */
  readonly money: Locator;

  constructor(page: Page) {
    this.page = page;
    this.money = page.getByRole('region', { name: 'Penger på kortet' });
  }

  async signUp(person: { name: string; email: string; password: string }): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name: 'Lag profil' }).click();
    await this.fillSignUp(person);
    await this.expectHeading('Sjekk e-posten din');
  }

  async fillSignUp(person: { name: string; email: string; password: string }): Promise<void> {
    await this.page.getByLabel('Navnet ditt').fill(person.name);
    await this.page.getByLabel('E-post').fill(person.email);
    await this.page.getByLabel('Passord').fill(person.password);
    await this.page.getByRole('button', { name: 'Lag profil' }).click();
  }

  async signIn({ email, password }: { email: string; password: string }): Promise<void> {
    await this.page.getByLabel('E-post').fill(email);
    await this.page.getByLabel('Passord').fill(password);
    await this.page.getByRole('button', { name: 'Logg inn' }).click();
  }

  /** Types the letter's two numbers, and says that the child is theirs. */
  async registerCard({ number, controlCode }: PrintedCard): Promise<void> {
    await this.page.getByLabel('Kortnummer').fill(formatCardNumber(number));
    await this.page.getByLabel('Kontrollkode').fill(formatControlCode(controlCode));
    await this.page.getByRole('button', { name: 'Finn kortet' }).click();
    await this.expectHeading('Er dette barnet ditt?');
    await this.page.getByRole('button', { name: 'Ja, legg til' }).click();
  }

  /** From the overview or a finished registration to the payment page. */
  async startTopUp(kroner: number, click: Click = {}): Promise<PaymentPage> {
    await this.orderTopUp(kroner, 'Bankkort', click);
    return PaymentPage.opened(this.page);
  }

  /** From the overview to the payer's app of this name. */
  async startTopUpInApp(kroner: number, app: string): Promise<AppPage> {
    await this.orderTopUp(kroner, app);
    return AppPage.opened(this.page, kroner);
  }

  /** Asks for a top-up, wherever that leads. */
  async orderTopUp(kroner: number, method: string, click: Click = {}): Promise<void> {
    await this.page.getByRole('link', { name: 'Fyll på' }).click();
    await this.page.getByRole('radio', { name: `${kroner} kr` }).check();
    await this.page.getByRole('radio', { name: method }).check();
    await this.page.getByRole('button', { name: `Betal ${kroner},00 kr` }).click(click);
  }

  /** From the overview to the screen that asks for money back. */
  async askForRefund(): Promise<void> {
    await this.page.getByRole('link', { name: 'Få pengene tilbake' }).click();
    await this.expectHeading('Få pengene tilbake');
  }

  async openAutoTopUp(): Promise<AutoTopUpPage> {
    await this.page.getByRole('link', { name: 'Automatisk påfylling' }).click();
    return new AutoTopUpPage(this.page);
  }

  async setDailyLimit(kroner: number): Promise<void> {
    await this.page.getByRole('link', { name: 'Sett dagsgrense' }).click();
    await this.page.getByLabel('Høyst i kroner per dag').fill(String(kroner));
    await this.page.getByRole('button', { name: 'Lagre grensen' }).click();
    await expect(this.money).toBeVisible();
  }

  /** Blocks or opens the card: a tap, and a tap that confirms. */
  async changeCard(change: 'Sperr kortet' | 'Opphev sperren'): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: change }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: change === 'Sperr kortet' ? /mistet$/ : change }).click();
    await expect(dialog).toBeHidden();
  }

  async openOverview(): Promise<void> {
    await this.page.getByRole('link', { name: 'Til oversikten' }).click();
  }

  /** Reads the overview again, as a guardian does who wonders. */
  async reload(): Promise<void> {
    await this.page.reload();
    await expect(this.money).toBeVisible();
  }

  expectHeading(name: string): Promise<void> {
    return expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
}
