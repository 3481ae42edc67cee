import { Injectable } from '@nestjs/common';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, Outbox, type Tx } from '@kantinekortet/platform';
import { tellCase } from '@kantinekortet/schools';
import { DepositsService, WalletsService } from '@kantinekortet/wallet';
import { SaleAlreadyReturned } from '../returns/sale-return.errors.ts';
import { isTakenBack } from '../returns/sale-returns.service.ts';
import { SaleNotFound } from '../sales/sale.errors.ts';
import type { CreditSaleRequest, SaleCreditDto } from './sale-credit.dto.ts';

interface SalePlace {
  readonly schoolId: string;
  readonly saleId: string;
}

interface CreditableSale {
  readonly walletId: string;
  readonly totalOre: number;
  readonly receiptNumber: number;
  readonly lines: readonly unknown[];
}

/**
 * Gives a purchase back when the till no longer can. The school bears it as goodwill: the register's journal and its
 * closed days stay as they are. The money goes back to those who paid it.
 */
@Injectable()
export class SaleCreditsService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly outbox: Outbox;
  private readonly wallets: WalletsService;
  private readonly deposits: DepositsService;

  constructor(database: Database, clock: Clock, outbox: Outbox, wallets: WalletsService, deposits: DepositsService) {
    this.database = database;
    this.clock = clock;
    this.outbox = outbox;
    this.wallets = wallets;
    this.deposits = deposits;
  }

  /**
   * Credits a sale once, whole. The same request again gets the first answer. Throws SaleNotFound, SaleAlreadyReturned
   * (returned at a till, or credited before), OperationConflict.
   */
  credit(
    { personId }: PersonPrincipal,
    place: SalePlace,
    { id, reason, caseId }: CreditSaleRequest,
  ): Promise<{ readonly isReplay: boolean; readonly credit: SaleCreditDto }> {
    const { schoolId, saleId } = place;
    return this.database.transaction(async (tx) => {
      const { walletId, totalOre, receiptNumber, lines } = await readSale(tx, place);
      await this.wallets.lock(tx, schoolId, walletId);
      if (!(await isKnown(tx, schoolId, id)) && (await isTakenBack(tx, schoolId, saleId))) {
        throw new SaleAlreadyReturned();
      }
      const { isReplay, result } = await this.deposits.goodwill(tx, {
        ...{ id, schoolId, walletId, reason },
        amountOre: totalOre,
        actor: `person:${personId}`,
        occurredAt: this.clock.now(),
        reversesOperationId: saleId,
        facts: { receiptNumber, lines, ...(caseId !== undefined && { caseId }) },
      });
      const { amountOre } = result;
      if (!isReplay) {
        const facts = { saleId, receiptNumber, amountOre };
        await tellCase(tx, this.outbox, { schoolId, caseId, kind: 'purchase_credited', facts, actorId: personId });
      }
      return { isReplay, credit: { id, saleId, amountOre } };
    });
  }
}

/** Throws SaleNotFound. */
async function readSale(tx: Tx, { schoolId, saleId }: SalePlace): Promise<CreditableSale> {
  const [sale] = await tx.query<CreditableSale[]>(
    `SELECT s.wallet_id AS "walletId", s.total_ore AS "totalOre", s.receipt_number AS "receiptNumber",
            o.result -> 'lines' AS lines
       FROM sale s JOIN operation o ON o.school_id = s.school_id AND o.id = s.id
      WHERE s.school_id = $1 AND s.id = $2`,
    [schoolId, saleId],
  );
  if (!sale) throw new SaleNotFound();
  return sale;
}

/** A known id is a repetition, which the ledger judges. */
async function isKnown(tx: Tx, schoolId: string, id: string): Promise<boolean> {
  const found = await tx.query<unknown[]>('SELECT FROM operation WHERE school_id = $1 AND id = $2', [schoolId, id]);
  return found.length > 0;
}
