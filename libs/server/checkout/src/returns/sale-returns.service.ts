import { Injectable } from '@nestjs/common';
import type { RegisterPrincipal } from '@kantinekortet/identity';
import { Clock, Database, osloDay, Secrets, type Tx } from '@kantinekortet/platform';
import { LedgerService, WalletsService, type Outcome } from '@kantinekortet/wallet';
import { lockOwnRegister } from '../registers/lock-register.ts';
import { registerActor } from '../sales/register-actor.ts';
import type { SaleLineDto } from '../sales/sale.dto.ts';
import { SaleNotFound, SaleRefused } from '../sales/sale.errors.ts';
import { signingKey, signingKeyVersion } from '../sales/signing-key.ts';
import type { ReturnSaleRequest, SaleReturnDto } from './sale-return.dto.ts';
import { SaleAlreadyReturned, SaleOfAnotherDay } from './sale-return.errors.ts';

interface ReturnableSale {
  readonly walletId: string;
  readonly totalOre: number;
  readonly day: string;
  readonly lines: SaleLineDto[];
}

/** Takes back a mistaken sale, whole, on the day it was made. */
@Injectable()
export class SaleReturnsService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly secrets: Secrets;
  private readonly ledger: LedgerService;
  private readonly wallets: WalletsService;

  constructor(database: Database, clock: Clock, secrets: Secrets, ledger: LedgerService, wallets: WalletsService) {
    this.database = database;
    this.clock = clock;
    this.secrets = secrets;
    this.ledger = ledger;
    this.wallets = wallets;
  }

  /**
   * The money goes back into the layers it came from. The same request again gets the first answer.
   * Throws SaleNotFound, SaleAlreadyReturned, SaleOfAnotherDay, SaleRefused (cashier_signed_out), RegisterRevoked and
   * OperationConflict.
   */
  return(
    caller: RegisterPrincipal,
    saleId: string,
    { id, reason }: ReturnSaleRequest,
  ): Promise<Outcome<SaleReturnDto>> {
    const { schoolId, registerId } = caller;
    const occurredAt = this.clock.now();
    const request = {
      id,
      schoolId,
      kind: 'sale_return' as const,
      actor: registerActor(registerId),
      content: { saleId, reason: reason ?? null },
      occurredAt,
      reversesOperationId: saleId,
    };
    return this.database.transaction(async (tx) => {
      const register = await lockOwnRegister(tx, caller);
      const outcome = await this.ledger.once(tx, request, async () => {
        await assertCashierSignedIn(tx, caller);
        const { walletId, totalOre, lines, availableOre } = await this.lockReturnable(tx, schoolId, saleId);
        const result: SaleReturnDto = {
          id,
          saleId,
          receiptNumber: register.returnReceiptNumber + 1,
          amountOre: totalOre,
          balanceOre: availableOre + totalOre,
          lines,
          registerName: register.name,
          occurredAt: occurredAt.toISOString(),
        };
        return { result, legs: [{ debit: { account: 'revenue' }, credit: { walletId }, amountOre: totalOre }] };
      });
      if (!outcome.isReplay) {
        await tx.query('SELECT record_sale_return($1, $2, $3, $4, $5, $6)', [
          schoolId,
          id,
          registerId,
          reason ?? null,
          signingKey(this.secrets),
          signingKeyVersion,
        ]);
      }
      return outcome;
    });
  }

  /** Two returns of one sale meet at the wallet's lock: the later one sees the earlier. */
  private async lockReturnable(
    tx: Tx,
    schoolId: string,
    saleId: string,
  ): Promise<ReturnableSale & { readonly availableOre: number }> {
    const [sale] = await tx.query<ReturnableSale[]>(
      `SELECT s.wallet_id AS "walletId", s.total_ore AS "totalOre", s.day, o.result -> 'lines' AS lines
         FROM sale s JOIN operation o ON o.school_id = s.school_id AND o.id = s.id
        WHERE s.school_id = $1 AND s.id = $2`,
      [schoolId, saleId],
    );
    if (!sale) throw new SaleNotFound();
    const { availableOre } = await this.wallets.lock(tx, schoolId, sale.walletId);
    if (await isTakenBack(tx, schoolId, saleId)) throw new SaleAlreadyReturned();
    if (sale.day !== osloDay(this.clock.now())) throw new SaleOfAnotherDay();
    return { ...sale, availableOre };
  }
}

async function assertCashierSignedIn(tx: Tx, { schoolId, registerId }: RegisterPrincipal): Promise<void> {
  const open = await tx.query<unknown[]>(
    'SELECT FROM cashier_session WHERE school_id = $1 AND register_id = $2 AND ended_at IS NULL FOR SHARE',
    [schoolId, registerId],
  );
  if (open.length === 0) throw new SaleRefused('cashier_signed_out');
}

/** Whether a sale was returned at a till or credited by the office. The caller has locked its wallet. */
export async function isTakenBack(tx: Tx, schoolId: string, saleId: string): Promise<boolean> {
  const reversals = await tx.query<unknown[]>(
    'SELECT FROM operation WHERE school_id = $1 AND reverses_operation_id = $2',
    [schoolId, saleId],
  );
  return reversals.length > 0;
}
