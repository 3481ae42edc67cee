import { expect } from '@playwright/test';
import { v7 as newId } from 'uuid';
import { ApiDoor } from './api-door.ts';
import { freshEmail } from './fresh.ts';
import { linkInMailTo } from './mailbox.ts';
import type { Letter } from './printed-cards.ts';

interface Transaction {
  readonly kind: string;
  readonly amountOre: number;
}

interface TopUpLimits {
  readonly maxOre: number;
  readonly balanceCapOre: number;
}

interface PaidChild {
  readonly wallet: { readonly id: string };
  readonly topUp: TopUpLimits & {
    readonly providers: readonly { readonly provider: string; readonly method: string }[];
  };
}

const password = 'rundstykker-og-brunost';

/** A guardian's profile, made the way a person makes it: sign up, open the link of the mail, sign in. */
export class Guardian {
  readonly email: string;
  readonly password = password;
  readonly api: ApiDoor;

  private constructor(email: string, api: ApiDoor) {
    this.email = email;
    this.api = api;
  }

  static async signUp(name = 'Grete Foresatt'): Promise<Guardian> {
    const email = freshEmail();
    const api = await ApiDoor.open('parent-portal');
    await api.post('guardians', { name, email, password, language: 'nb' });
    const token = new URL(await linkInMailTo(email)).searchParams.get('token');
    await api.post('guardians/verify', { token });
    await api.post('sessions', { email, password });
    return new Guardian(email, api);
  }

  async registerCard({ number, controlCode }: Letter): Promise<void> {
    await this.api.post('cards/register', { cardNumber: number, controlCode, confirm: true });
  }

  /** Lets everyone be a guardian who asks to be one beside this one. */
  async approveAll(): Promise<void> {
    const { items } = await this.api.get<{ items: { guardianshipId: string }[] }>('guardians/me/approvals');
    for (const { guardianshipId } of items) {
      const answer = await this.api.ask('POST', `guardianships/${guardianshipId}/approve`);
      expect(answer.status()).toBe(204);
    }
  }

  /** Fills a card on the payment page with a bank card that is approved. Answers the top-up's id. */
  async topUp(walletId: string, amountOre: number, number = '4242424242424242'): Promise<string> {
    const id = newId();
    const order = { id, walletId, amountOre, provider: await this.cardProvider(walletId) };
    const { checkoutUrl } = await this.api.post<{ checkoutUrl: string }>('top-ups', order);
    const body = new URLSearchParams({ number, expiry: '12/34', cvc: '123' });
    await fetch(checkoutUrl, { method: 'POST', body, redirect: 'manual' });
    expect(await this.api.get(`top-ups/${id}`)).toMatchObject({ status: 'paid' });
    return id;
  }

  /** What the school lets one fill in at a time, and up to. */
  async topUpLimits(walletId: string): Promise<TopUpLimits> {
    const { items } = await this.api.get<{ items: PaidChild[] }>('guardians/me/children');
    const child = items.find(({ wallet }) => wallet.id === walletId);
    if (!child) throw new Error(`Wallet ${walletId} is of no child of ${this.email}`);
    return child.topUp;
  }

  private async cardProvider(walletId: string): Promise<string | undefined> {
    const { items } = await this.api.get<{ items: PaidChild[] }>('guardians/me/children');
    const child = items.find(({ wallet }) => wallet.id === walletId);
    return child?.topUp.providers.find(({ method }) => method === 'card')?.provider;
  }

  async balanceOre(walletId: string): Promise<number> {
    return (await this.api.get<{ balanceOre: number }>(`wallets/${walletId}`)).balanceOre;
  }

  /** What moved the balance, newest first. */
  async transactions(walletId: string): Promise<readonly Transaction[]> {
    return (await this.api.get<{ items: Transaction[] }>(`wallets/${walletId}/transactions`)).items;
  }
}
