import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@kantinekortet/platform';
import { contentHash } from './content-hash.ts';
import { ledgerRefusal, OperationConflict } from './ledger.errors.ts';
import type { AccountRef, Booking, Leg, OperationRequest, Outcome } from './ledger.types.ts';

interface FoundOperation<Result> {
  readonly is_same: boolean;
  readonly result: Result;
}

const bookSql = `
  SELECT ledger_book(
    jsonb_populate_record(NULL::ledger_operation, $1),
    ARRAY(SELECT ROW($2::uuid, $3::uuid, l.leg,
                     coalesce(l.debit_id, ledger_account($2, l.debit_kind, l.debit_name)),
                     coalesce(l.credit_id, ledger_account($2, l.credit_kind, l.credit_name)),
                     l.amount_ore, l.hold_id, l.payer_id, l.payment_reference)::ledger_leg
            FROM jsonb_to_recordset($4) AS l (
              leg smallint, debit_id uuid, debit_kind text, debit_name text, credit_id uuid, credit_kind text,
              credit_name text, amount_ore bigint, hold_id uuid, payer_id uuid, payment_reference text)
           ORDER BY l.leg),
    ARRAY(SELECT e FROM jsonb_populate_recordset(NULL::ledger_hold_end, $5) e),
    ARRAY(SELECT h FROM jsonb_populate_recordset(NULL::ledger_hold, $6) h),
    ARRAY(SELECT c FROM jsonb_populate_recordset(NULL::ledger_claim, $7) c),
    ARRAY(SELECT s FROM jsonb_populate_recordset(NULL::ledger_settlement, $8) s))`;

/** Books operations. Each id is booked once: the same request again gets the first answer. */
@Injectable()
export class LedgerService {
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /**
   * Books what `work` decides, unless the operation was booked before: then its first result, whatever has changed
   * since. The look-up comes before any other judgement, and `work` runs only for a new operation.
   * Throws OperationConflict when the id belongs to another actor or other content.
   */
  async once<Result extends object>(
    tx: Tx,
    request: OperationRequest,
    work: () => Promise<Booking<Result>>,
  ): Promise<Outcome<Result>> {
    const [found] = await tx.query<FoundOperation<Result>[]>(
      'SELECT is_same, result FROM ledger_await_operation($1, $2, $3, $4)',
      [request.schoolId, request.id, request.actor, contentHash(request.content)],
    );
    if (found) {
      if (!found.is_same) throw new OperationConflict();
      return { isReplay: true, result: found.result };
    }
    const booking = await work();
    await this.book(tx, request, booking);
    return { isReplay: false, result: booking.result };
  }

  /** Books an operation under an id that nobody can have used: what a flow derives inside its own transaction. */
  async book(tx: Tx, request: OperationRequest, booking: Booking<object>): Promise<void> {
    const parameters = [
      operationRow(request, booking.result, this.clock.now()),
      request.schoolId,
      request.id,
      (booking.legs ?? []).map(legRow),
      (booking.holdEnds ?? []).map((end) => ({ hold_id: end.holdId, posted_ore: end.postedOre })),
      (booking.holds ?? []).map((hold) => ({
        id: hold.id,
        wallet_id: hold.walletId,
        amount_ore: hold.amountOre,
        payer_id: hold.payerId,
        payment_reference: hold.paymentReference,
      })),
      (booking.claims ?? []).map((claim) => ({
        id: claim.id,
        wallet_id: claim.walletId,
        amount_ore: claim.amountOre,
        reason: claim.reason,
      })),
      (booking.settlements ?? []).map((item) => ({ claim_id: item.claimId, amount_ore: item.amountOre })),
    ].map((parameter) => (typeof parameter === 'string' ? parameter : JSON.stringify(parameter)));
    await tx.query(bookSql, parameters).catch((error: unknown) => {
      throw ledgerRefusal(error);
    });
  }
}

function operationRow(request: OperationRequest, result: object, recordedAt: Date): object {
  return {
    school_id: request.schoolId,
    id: request.id,
    kind: request.kind,
    actor: request.actor,
    content_hash: `\\x${contentHash(request.content).toString('hex')}`,
    result,
    reverses_operation_id: request.reversesOperationId,
    occurred_at: request.occurredAt,
    recorded_at: recordedAt,
  };
}

function legRow(leg: Leg, index: number): object {
  return {
    leg: index + 1,
    ...sideRow('debit', leg.debit),
    ...sideRow('credit', leg.credit),
    amount_ore: leg.amountOre,
    hold_id: leg.holdId,
    payer_id: leg.payerId,
    payment_reference: leg.paymentReference,
  };
}

function sideRow(side: 'debit' | 'credit', ref: AccountRef): object {
  if ('walletId' in ref) return { [`${side}_id`]: ref.walletId };
  return { [`${side}_kind`]: ref.account, [`${side}_name`]: ref.name ?? '' };
}
