import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@kantinekortet/platform';
import type { WalletRequest } from './claims.service.ts';
import { OperationNotFound, ReversedAlready } from './ledger.errors.ts';
import { LedgerService } from './ledger.service.ts';
import type { Booking, Leg, Outcome } from './ledger.types.ts';
import { readRows } from './reader.ts';
import { WalletsService } from './wallets.service.ts';

export interface FeeResult {
  readonly reason: string;
  /** Taken from the balance: what exceeded the lunch floor. */
  readonly drawnOre: number;
  /** The rest, which the wallet owes. */
  readonly claimedOre: number;
  readonly claimId: string | null;
}

export interface WaiverResult {
  readonly reason: string;
  /** Given back to the wallet. */
  readonly returnedOre: number;
  /** No longer owed. */
  readonly forgivenOre: number;
}

/** How one operation took part in paying a fee. */
interface FeePart {
  readonly operationId: string;
  readonly walletId: string;
  readonly drawnOre: number;
  readonly payerId: string | null;
  readonly paymentReference: string | null;
  readonly isWalletMoney: boolean;
}

interface FeeClaim {
  readonly claimId: string;
  readonly outstandingOre: number;
}

// What the fee itself drew, then each settlement of its claims: from the wallet, or paid directly by somebody.
const feePartsSql = `
  SELECT t.operation_id AS "operationId", t.debit_account_id AS "walletId", t.amount_ore AS "drawnOre",
         NULL::uuid AS "payerId", NULL::text AS "paymentReference", true AS "isWalletMoney"
    FROM transfer t
   WHERE t.school_id = $1 AND t.operation_id = $2 AND t.debit_seq IS NOT NULL
  UNION ALL
  SELECT s.operation_id, c.wallet_id, s.amount_ore, paid.payer_id, paid.payment_reference, paid.operation_id IS NULL
    FROM claim c
    JOIN claim_settlement s ON s.school_id = c.school_id AND s.claim_id = c.id
    JOIN operation o ON o.school_id = s.school_id AND o.id = s.operation_id
    LEFT JOIN transfer paid ON o.kind = 'claim_payment' AND paid.school_id = s.school_id AND paid.operation_id = s.operation_id
   WHERE c.school_id = $1 AND c.operation_id = $2`;

const feeClaimsSql = `
  SELECT c.id AS "claimId",
         (c.amount_ore - coalesce((SELECT sum(s.amount_ore) FROM claim_settlement s
                                    WHERE s.school_id = c.school_id AND s.claim_id = c.id), 0))::bigint AS "outstandingOre"
    FROM claim c
   WHERE c.school_id = $1 AND c.operation_id = $2`;

/** How a fee would be covered: what of the available money exceeds the lunch floor is drawn, the rest is owed. */
export function splitFee(
  amountOre: number,
  availableOre: number,
  lunchFloorOre: number,
): { readonly drawnOre: number; readonly claimedOre: number } {
  const drawnOre = Math.min(amountOre, Math.max(0, availableOre - lunchFloorOre));
  return { drawnOre, claimedOre: amountOre - drawnOre };
}

/** Fees, such as for a replacement card. A fee never takes the money for lunch. */
@Injectable()
export class FeesService {
  private readonly ledger: LedgerService;
  private readonly wallets: WalletsService;

  constructor(ledger: LedgerService, wallets: WalletsService) {
    this.ledger = ledger;
    this.wallets = wallets;
  }

  /** Draws what of the available money exceeds the lunch floor; the rest becomes a claim. */
  async charge(
    tx: Tx,
    request: WalletRequest & { readonly amountOre: number; readonly lunchFloorOre: number; readonly reason: string },
  ): Promise<Outcome<FeeResult>> {
    const { walletId, schoolId, amountOre, lunchFloorOre, reason, facts } = request;
    return this.ledger.once<FeeResult>(
      tx,
      { ...request, kind: 'fee', content: { walletId, amountOre, reason } },
      async () => {
        const wallet = await this.wallets.lock(tx, schoolId, walletId);
        const { drawnOre, claimedOre } = splitFee(amountOre, wallet.availableOre, lunchFloorOre);
        const claimId = claimedOre > 0 ? newId() : null;
        const credit = { account: 'fee_income' } as const;
        const drawn: Leg = { debit: { walletId }, credit, amountOre: drawnOre };
        const owed: Leg = { debit: { account: 'claims' }, credit, amountOre: claimedOre };
        return {
          result: { ...facts, reason, drawnOre, claimedOre, claimId },
          legs: [drawn, owed].filter((leg) => leg.amountOre > 0),
          claims: claimId === null ? [] : [{ id: claimId, walletId, amountOre: claimedOre, reason }],
        };
      },
    );
  }

  /**
   * Takes a fee back: what is open is forgiven, what was drawn or paid comes to the wallet, each part to the layers or
   * the payer it came from, as an operation of its own that points to the one it reverses.
   * Throws OperationNotFound when the wallet had no such fee, ReversedAlready when it was waived before.
   */
  async waive(
    tx: Tx,
    request: WalletRequest & { readonly feeId: string; readonly reason: string },
  ): Promise<Outcome<WaiverResult>> {
    const { walletId, schoolId, feeId, reason, facts } = request;
    const waiver = {
      ...request,
      kind: 'fee_waiver' as const,
      content: { walletId, feeId, reason },
      reversesOperationId: feeId,
    };
    return this.ledger.once<WaiverResult>(tx, waiver, async () => {
      await this.wallets.lock(tx, schoolId, walletId);
      await this.mustBeWaivable(tx, schoolId, feeId, walletId);
      const claims = await readRows<FeeClaim>(tx, feeClaimsSql, [schoolId, feeId]);
      const parts = await readRows<FeePart>(tx, feePartsSql, [schoolId, feeId]);
      for (const part of parts.filter(({ operationId }) => operationId !== feeId)) {
        const reversesOperationId = part.isWalletMoney ? part.operationId : undefined;
        await this.ledger.book(
          tx,
          { ...waiver, id: newId(), reversesOperationId },
          { result: { reason }, legs: [returned(part)] },
        );
      }
      const open = claims.filter(({ outstandingOre }) => outstandingOre > 0);
      const returnedOre = parts.reduce((total, part) => total + part.drawnOre, 0);
      const forgivenOre = open.reduce((total, claim) => total + claim.outstandingOre, 0);
      return {
        result: { ...facts, reason, returnedOre, forgivenOre },
        legs: [...parts.filter(({ operationId }) => operationId === feeId).map(returned), ...open.map(forgiven)],
        settlements: open.map(({ claimId, outstandingOre }) => ({ claimId, amountOre: outstandingOre })),
      } satisfies Booking<WaiverResult>;
    });
  }

  private async mustBeWaivable(tx: Tx, schoolId: string, feeId: string, walletId: string): Promise<void> {
    const [fee] = await readRows<{ isWaived: boolean }>(
      tx,
      `SELECT EXISTS (SELECT FROM operation w WHERE w.school_id = o.school_id AND w.reverses_operation_id = o.id) AS "isWaived"
         FROM operation o
        WHERE o.school_id = $1 AND o.id = $2 AND o.kind = 'fee'
          AND (EXISTS (SELECT FROM transfer t
                        WHERE t.school_id = o.school_id AND t.operation_id = o.id AND t.debit_account_id = $3)
               OR EXISTS (SELECT FROM claim c WHERE c.school_id = o.school_id AND c.operation_id = o.id AND c.wallet_id = $3))`,
      [schoolId, feeId, walletId],
    );
    if (!fee) throw new OperationNotFound();
    if (fee.isWaived) throw new ReversedAlready();
  }
}

function returned({ walletId, drawnOre, payerId, paymentReference }: FeePart): Leg {
  return { debit: { account: 'fee_income' }, credit: { walletId }, amountOre: drawnOre, payerId, paymentReference };
}

function forgiven({ outstandingOre }: FeeClaim): Leg {
  return { debit: { account: 'fee_income' }, credit: { account: 'claims' }, amountOre: outstandingOre };
}
