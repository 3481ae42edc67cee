import { Clock, newId, type Tx } from '@kantinekortet/platform';
import { ClaimsService, readRows, WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { findRefund, type RefundPart } from './refund-rows.ts';

// The leg that owes names who had the payment back.
const owedSql = `
  SELECT FROM claim c
    JOIN transfer t ON t.school_id = c.school_id AND t.operation_id = c.operation_id AND t.payer_id = $3
   WHERE c.school_id = $1 AND c.wallet_id = $2 AND c.reason IN ('dispute', 'dashboard_refund')
     AND c.amount_ore > (SELECT coalesce(sum(s.amount_ore), 0) FROM claim_settlement s
                          WHERE s.school_id = c.school_id AND s.claim_id = c.id)
   LIMIT 1`;

/**
 * A payer who has had a payment back already, from the bank or from somebody at the provider, and owes for what of it was
 * spent, gets no other money before that is settled.
 */
@Injectable()
export class OwedFirst {
  private readonly clock: Clock;
  private readonly wallets: WalletsService;
  private readonly claims: ClaimsService;

  constructor(clock: Clock, wallets: WalletsService, claims: ClaimsService) {
    this.clock = clock;
    this.wallets = wallets;
    this.claims = claims;
  }

  /** Whether the payer of a part owes so. Locks the wallet: what is read stays so until the transaction ends. */
  async owes(tx: Tx, part: RefundPart): Promise<boolean> {
    return (await this.find(tx, part)).owes;
  }

  /** Settles it with what of the payer's own money is on the wallet again. */
  async settle(tx: Tx, part: RefundPart): Promise<void> {
    const { owes, schoolId, walletId, payerId: fromPayerId } = await this.find(tx, part);
    if (!owes) return;
    const request = { id: newId(), schoolId, walletId, actor: 'system:refunds', occurredAt: this.clock.now() };
    await this.claims.settleFromBalance(tx, { ...request, fromPayerId });
  }

  private async find(tx: Tx, { schoolId, refundId }: RefundPart) {
    const refund = await findRefund(tx, schoolId, refundId);
    if (!refund) throw new Error(`Refund ${refundId} has gone`);
    const { walletId, payerId } = refund;
    await this.wallets.lock(tx, schoolId, walletId);
    const owed = await readRows(tx, owedSql, [schoolId, walletId, payerId]);
    return { owes: owed.length > 0, schoolId, walletId, payerId };
  }
}
