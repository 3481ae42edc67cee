import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { demo } from '../support/demo.ts';
import { readPrintedCards, type PrintedCard } from '../support/printed-cards.ts';

/** The office as a secretary uses it at a desk. */
export class OfficePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async signIn({ email, password }: { email: string; password: string }): Promise<void> {
    await this.page.getByLabel('E-post').fill(email);
    await this.page.getByLabel('Passord').fill(password);
    await this.page.getByRole('button', { name: 'Logg inn' }).click();
    await expect(this.page.getByRole('heading', { name: 'Oversikt' })).toBeVisible();
  }

  async open(room: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Hovedmeny' })
      .getByRole('link', { name: room, exact: true })
      .click();
    await expect(this.page.getByRole('heading', { level: 1, name: room })).toBeVisible();
  }

  /** Gives the file and shows what it would change. */
  async previewRoster(csv: string): Promise<void> {
    const file = { name: 'elever.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await this.page.getByLabel('Elevliste (CSV)').setInputFiles(file);
    await this.page.getByRole('button', { name: 'Se hva som endres' }).click();
    await expect(this.page.getByRole('region', { name: 'Oppsummering' })).toBeVisible();
  }

  async applyRoster(): Promise<void> {
    await this.page.getByRole('button', { name: 'Importer' }).click();
    await expect(this.page.getByRole('heading', { name: 'Elevlisten er importert' })).toBeVisible();
  }

  /** Prints cards and letters of a class, and reads what the printer gives. */
  async printCards(classOption: string): Promise<PrintedCard[]> {
    await this.page.getByLabel('Hvem skal få kort?').selectOption(classOption);
    const downloading = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'Lag PDF' }).click();
    const download = await downloading;
    await expect(this.page.getByText('PDF-en er lastet ned.')).toBeVisible();
    return readPrintedCards(await readFile(await download.path()));
  }

  async makeRegister(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Ny kasse', exact: true }).click();
    await this.saveInDialog({ Navn: name });
  }

  async makeCashier(name: string, pin: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Ny kasserer' }).click();
    await this.saveInDialog({ Navn: name, 'PIN, seks siffer': pin });
  }

  async drawPairingCode(registerName: string): Promise<string> {
    await this.page.getByRole('button', { name: `Lag kode for ${registerName}` }).click();
    const dialog = this.page.getByRole('dialog');
    const shown = await dialog.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/).innerText();
    await dialog.getByRole('button', { name: 'Ferdig' }).click();
    return shown.replace(/\s/g, '');
  }

  /** By the menu that carries the school's name. */
  async signOut(schoolName: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: schoolName }).click();
    await this.page.getByRole('button', { name: 'Logg ut' }).click();
    await expect(this.page.getByRole('heading', { name: 'Logg inn' })).toBeVisible();
  }

  /** What the API answers to this browser. */
  async statusOf(path: string): Promise<number> {
    const headers = { 'Kantinekortet-App': 'admin-office' };
    return (await this.page.request.get(`${demo.officeUrl}/api/v1/${path}`, { headers })).status();
  }

  private async saveInDialog(fields: Readonly<Record<string, string>>): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await expect(dialog).toBeHidden();
  }
}
