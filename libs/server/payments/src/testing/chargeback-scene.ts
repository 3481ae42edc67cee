import { expect } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { LedgerService, WalletsService } from '@kantinekortet/wallet';
import { ChargebacksJob } from '../chargebacks/chargebacks.job.ts';
import { TopUpScene, type Family, type TopUpWish } from './top-up-scene.ts';

interface TaskRow {
  readonly kind: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly dueAt: Date | null;
  readonly resolution: string | null;
}

/** A payment on a card, and what the provider calls it. */
export interface Paid {
  readonly id: string;
  readonly reference: string;
}

/** Payments that the payer gets back past us, with the sandbox as the provider and the payer's bank. */
export class ChargebackScene {
  readonly topUps: TopUpScene;

  private constructor(topUps: TopUpScene) {
    this.topUps = topUps;
  }

  static async open(): Promise<ChargebackScene> {
    return new ChargebackScene(await TopUpScene.open());
  }

  close(): Promise<void> {
    return this.topUps.close();
  }

  get api() {
    return this.topUps.api;
  }

  get sandbox() {
    return this.topUps.sandbox;
  }

  /** A payment of 200 kr, unless another is wished for, that is on the card. */
  async pay(family: Family, change: Partial<TopUpWish> = {}): Promise<Paid> {
    const { id, checkoutUrl } = await this.topUps.start(family, change);
    await payWithCard(checkoutUrl, testCards.approved);
    await this.topUps.handleWebhooks(family);
    return { id, reference: await this.referenceOf(id) };
  }

  async referenceOf(id: string): Promise<string> {
    const [row] = await this.api.database.query<{ reference: string }>(
      'SELECT provider_reference AS reference FROM top_up WHERE id = $1',
      [id],
    );
    return row?.reference ?? '';
  }

  /** What the till leaves in the books. */
  async buy({ school, walletId }: Family, amountOre: number): Promise<void> {
    const id = newId();
    const operation = { id, schoolId: school.id, actor: 'register:1', occurredAt: this.api.clock.now() };
    const legs = [{ debit: { walletId }, credit: { account: 'revenue' as const }, amountOre }];
    await this.api.database.transaction((tx) =>
      this.api
        .get(LedgerService)
        .once(tx, { ...operation, kind: 'sale', content: { id } }, () => Promise.resolve({ result: {}, legs })),
    );
  }

  /** The payer's bank takes a payment back, and its webhooks come. */
  async dispute(
    family: Family,
    { reference }: Paid,
    wish: Parameters<TopUpScene['sandbox']['dispute']>[1] = {},
  ): Promise<string> {
    const dispute = await this.sandbox.dispute(reference, wish);
    await this.topUps.handleWebhooks(family);
    return dispute;
  }

  async answer(family: Family, dispute: string, answer: 'won' | 'lost' | 'escalated' | 'closed'): Promise<void> {
    await this.sandbox.answerDispute(dispute, answer);
    await this.topUps.handleWebhooks(family);
  }

  /** Webhooks of this kind never come. */
  lose({ merchant }: Family, operation: string): Promise<void> {
    return this.sandbox.order({ merchantId: merchant.id, kind: 'drop', operation, times: 20 });
  }

  async lookTonight(): Promise<void> {
    await this.api.get(ChargebacksJob).run();
    await this.api.deliverOutbox();
  }

  async expectWallet({ school, walletId }: Family, balanceOre: number, claimedOre = 0): Promise<void> {
    const wallet = await this.api.get(WalletsService).get(this.api.database, school.id, walletId);
    expect(wallet).toMatchObject({ balanceOre, claimedOre });
  }

  tasks({ school }: Family): Promise<TaskRow[]> {
    return this.api.database.query<TaskRow>(
      `SELECT kind, facts, due_at AS "dueAt", resolution FROM office_task WHERE school_id = $1 ORDER BY created_at, id`,
      [school.id],
    );
  }

  /** What a guardian was told about payments that went back, oldest first. */
  letters({ guardian }: Family): string[] {
    // Amounts keep together by spaces that do not break.
    const mails = this.api.receivedBy(guardian.email).map(({ text }) => text.replace(/[\u00A0\u202F]/g, ' '));
    return mails.filter((text) => /hentet tilbake|sendt|gitt tilbake/.test(text));
  }

  /** What is in the merchant's clearing account here, and what the sandbox's own record says moved: to the øre. */
  async expectSameAsSandbox({ school, merchant }: Family): Promise<void> {
    const [clearing] = await this.api.database.query<{ ore: number }>(
      `SELECT coalesce(sum(CASE WHEN t.debit_account_id = a.id THEN t.amount_ore ELSE -t.amount_ore END), 0)::bigint AS ore
         FROM account a JOIN transfer t ON t.school_id = a.school_id AND a.id IN (t.debit_account_id, t.credit_account_id)
        WHERE a.kind = 'clearing' AND a.name = $2 AND a.school_id IN (SELECT id FROM school WHERE merchant_id = $1)`,
      [school.merchantId, merchant.provider],
    );
    expect(clearing?.ore).toBe(await this.movedOre(merchant));
  }

  /** An app keeps no account that we could ask for: what it took and sent back is all. */
  private async movedOre({ id, provider }: Family['merchant']): Promise<number> {
    if (provider === 'stripe') return (await this.sandbox.account(id)).movedOre;
    const payments = await this.sandbox.payments(id);
    return payments.reduce(
      (total, { status, amountOre, refundedOre }) => total + (status === 'paid' ? amountOre - refundedOre : 0),
      0,
    );
  }
}
