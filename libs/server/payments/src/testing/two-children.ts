import { expect } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import type { SandboxPayment } from '@kantinekortet/providers/testing';
import type { Family, TopUpScene, TopUpWish } from './top-up-scene.ts';

/** A guardian with two children at one school, who pays 200 kr for the one and 100 kr for the other at once. */
export class TwoChildren {
  readonly scene: TopUpScene;
  readonly emma: Family;
  readonly noah: Family;

  private constructor(scene: TopUpScene, emma: Family, noah: Family) {
    this.scene = scene;
    this.emma = emma;
    this.noah = noah;
  }

  static async of(scene: TopUpScene): Promise<TwoChildren> {
    const emma = await scene.aFamily();
    return new TwoChildren(scene, emma, await scene.aSibling(emma));
  }

  /** A sibling's part of a payment. */
  partOf({ walletId }: Family, amountOre: number): { id: string; walletId: string; amountOre: number } {
    return { id: newId(), walletId, amountOre };
  }

  request(change: Partial<TopUpWish> = {}): TopUpWish {
    return this.scene.request(this.emma, { siblings: [this.partOf(this.noah, kr(100))], ...change });
  }

  /** Starts the payment, which must succeed. */
  async start(): Promise<{ id: string; siblingId: string; checkoutUrl: string }> {
    const request = this.request();
    const { status, body } = await this.scene.post(this.emma, request);
    expect([status, body.status]).toEqual([201, 'pending']);
    return { id: body.id, siblingId: request.siblings?.[0]?.id ?? '', checkoutUrl: body.checkoutUrl ?? '' };
  }

  order(fault: Parameters<TopUpScene['sandbox']['order']>[0]): Promise<void> {
    return this.scene.sandbox.order({ merchantId: this.emma.merchant.id, ...fault });
  }

  payments(): Promise<SandboxPayment[]> {
    return this.scene.sandbox.payments(this.emma.merchant.id);
  }

  topUps(): Promise<{ status: string }[]> {
    return this.scene.api.database.query<{ status: string }>('SELECT status FROM top_up WHERE payer_id = $1', [
      this.emma.guardian.id,
    ]);
  }

  /** Both have what the provider took for both, to the øre, by one operation each. */
  async expectBothBookedOnce(): Promise<void> {
    await this.scene.expectBalance(this.emma, kr(200));
    await this.scene.expectBalance(this.noah, kr(100));
    expect(await this.scene.takenOre(this.emma)).toBe(kr(300));
    const operations = await this.scene.api.database.query(
      "SELECT id FROM operation WHERE kind = 'top_up' AND actor = $1",
      [`person:${this.emma.guardian.id}`],
    );
    expect(operations).toHaveLength(2);
  }

  async expectNobodyBooked(): Promise<void> {
    await this.scene.expectBalance(this.emma, 0);
    await this.scene.expectBalance(this.noah, 0);
  }
}
