import { newId, type Database, type Tx } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { Client } from 'pg';
import { ClaimsService } from '../claims.service.ts';
import { DepositsService } from '../deposits.service.ts';
import { FeesService } from '../fees.service.ts';
import { HoldsService } from '../holds.service.ts';
import { LayersService } from '../layers.service.ts';
import { LedgerService } from '../ledger.service.ts';
import type { Booking, OperationRequest } from '../ledger.types.ts';
import { LedgerProofService, type LedgerFinding } from '../proof/ledger-proof.service.ts';
import { PayoutsService } from '../payouts.service.ts';
import { ReversalsService } from '../reversals.service.ts';
import { StatementsService } from '../statements.service.ts';
import { WalletModule } from '../wallet.module.ts';
import { WalletsService, type Wallet } from '../wallets.service.ts';

const schoolA = '01900000-0000-7000-8000-00000000000a';

/** A migrated database with the ledger's services, and one school with its accounts: what the specs book in. */
export class Books {
  readonly schoolId: string = schoolA;
  readonly api: TestApi;
  readonly database: Database;
  readonly ledger: LedgerService;
  readonly wallets: WalletsService;
  readonly deposits: DepositsService;
  readonly claims: ClaimsService;
  readonly fees: FeesService;
  readonly holds: HoldsService;
  readonly payouts: PayoutsService;
  readonly reversals: ReversalsService;
  readonly layers: LayersService;
  readonly statements: StatementsService;

  private constructor(api: TestApi) {
    this.api = api;
    this.database = api.database;
    this.ledger = api.get(LedgerService);
    this.wallets = api.get(WalletsService);
    this.deposits = api.get(DepositsService);
    this.claims = api.get(ClaimsService);
    this.fees = api.get(FeesService);
    this.holds = api.get(HoldsService);
    this.payouts = api.get(PayoutsService);
    this.reversals = api.get(ReversalsService);
    this.layers = api.get(LayersService);
    this.statements = api.get(StatementsService);
  }

  static async open(): Promise<Books> {
    const books = new Books(await startTestApi({ imports: [WalletModule] }));
    await books.do((tx) => books.wallets.openSchoolAccounts(tx, schoolA));
    return books;
  }

  close(): Promise<void> {
    return this.api.close();
  }

  do<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  /** Runs SQL as the role that owns the tables, as no part of the API can. */
  async asOwner(sql: string, parameters: readonly unknown[] = []): Promise<void> {
    const client = new Client({ connectionString: this.api.ownerUrl });
    await client.connect();
    await client.query(sql, [...parameters]).finally(() => client.end());
  }

  async aWallet(balanceOre = 0, payerId: string = newId()): Promise<string> {
    const walletId = newId();
    await this.do((tx) => this.wallets.openWallet(tx, this.schoolId, walletId));
    if (balanceOre > 0) await this.topUp(walletId, balanceOre, { payerId });
    return walletId;
  }

  /** Who asks, where, under a new id. */
  request(walletId: string): { id: string; schoolId: string; actor: string; occurredAt: Date; walletId: string } {
    return { id: newId(), schoolId: this.schoolId, actor: 'system:test', occurredAt: this.api.clock.now(), walletId };
  }

  topUp(walletId: string, amountOre: number, from: { payerId?: string; paymentReference?: string; id?: string } = {}) {
    const { payerId = newId(), paymentReference = `pi_${newId()}`, id = newId() } = from;
    const request = { ...this.request(walletId), id, amountOre, payerId, paymentReference, clearing: 'stripe' };
    return this.do((tx) => this.deposits.topUp(tx, request));
  }

  /** A sale as the checkout books one: one leg from the wallet to revenue. Returns its operation's id. */
  async sale(walletId: string, amountOre: number, id: string = newId()): Promise<string> {
    await this.operation(
      walletId,
      { id, kind: 'sale', content: { walletId, amountOre } },
      {
        result: { totalOre: amountOre },
        legs: [{ debit: { walletId }, credit: { account: 'revenue' }, amountOre }],
      },
    );
    return id;
  }

  operation(
    walletId: string,
    request: Pick<OperationRequest, 'kind'> & Partial<OperationRequest>,
    booking: Booking<object>,
  ) {
    return this.do((tx) =>
      this.ledger.once(tx, { ...this.request(walletId), content: booking.legs, ...request }, () =>
        Promise.resolve(booking),
      ),
    );
  }

  wallet(walletId: string): Promise<Wallet> {
    return this.wallets.get(this.database, this.schoolId, walletId);
  }

  async remainders(walletId: string): Promise<{ payerId: string | null; amountOre: number }[]> {
    const layers = await this.layers.remainders(this.database, this.schoolId, walletId);
    return layers.map(({ payerId, amountOre }) => ({ payerId, amountOre }));
  }

  /** The codes of what a whole proof finds; none in sound books. */
  async findings(): Promise<LedgerFinding[]> {
    const { findings } = await this.api.get(LedgerProofService).prove({ isWhole: true });
    return [...findings];
  }

  /** What an account of the school holds: debits minus credits. */
  async accountOre(kind: string, name = ''): Promise<number> {
    const [row] = await this.database.query<{ ore: number }>(
      `SELECT coalesce(sum(CASE WHEN t.debit_account_id = a.id THEN t.amount_ore ELSE -t.amount_ore END), 0)::bigint AS ore
         FROM account a
         JOIN transfer t ON t.school_id = a.school_id AND a.id IN (t.debit_account_id, t.credit_account_id)
        WHERE a.school_id = $1 AND a.kind = $2 AND a.name = $3`,
      [this.schoolId, kind, name],
    );
    return row?.ore ?? 0;
  }
}
