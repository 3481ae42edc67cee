import { Injectable } from '@nestjs/common';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, osloDay, type Page } from '@kantinekortet/platform';
import { PupilAccess } from '@kantinekortet/schools';
import { ClaimsService, WalletsService, type Wallet } from '@kantinekortet/wallet';
import { MovementsService } from './movements.service.ts';
import { PayerViews } from './payer-views.service.ts';
import type { TransactionQuery } from './transaction-query.ts';
import type { ClaimDto, TransactionDto, WeekSpendingDto } from './wallet.dto.ts';

const thisMonday = `date_trunc('week', $3::date::timestamp)`;
const firstMonday = `(${thisMonday} - ($4 - 1) * interval '7 days')`;

// Every week is there, also one without a purchase; weeks start on Monday, in Norway.
const spendingSql = `
  SELECT week::date::text AS "weekStart", coalesce(sum(-e.amount_ore), 0)::bigint AS "amountOre"
    FROM generate_series(${firstMonday}, ${thisMonday}, interval '7 days') week
    LEFT JOIN (
      SELECT e.amount_ore, date_trunc('week', o.occurred_at AT TIME ZONE 'Europe/Oslo') AS bought_in
        FROM wallet_entry e JOIN operation o ON o.school_id = e.school_id AND o.id = e.operation_id
       WHERE e.school_id = $1 AND e.wallet_id = $2 AND e.entry = 'transfer' AND o.kind IN ('sale', 'sale_return')
         AND o.occurred_at >= ${firstMonday} AT TIME ZONE 'Europe/Oslo'
    ) e ON e.bought_in = week
   GROUP BY week ORDER BY week`;

/** A wallet as its family and the office see it. Throws PupilNotFound for anyone else. */
@Injectable()
export class WalletReportsService {
  private readonly access: PupilAccess;
  private readonly wallets: WalletsService;
  private readonly claimsOfWallets: ClaimsService;
  private readonly movements: MovementsService;
  private readonly payerViews: PayerViews;
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(
    access: PupilAccess,
    wallets: WalletsService,
    claims: ClaimsService,
    movements: MovementsService,
    payerViews: PayerViews,
    database: Database,
    clock: Clock,
  ) {
    this.access = access;
    this.wallets = wallets;
    this.claimsOfWallets = claims;
    this.movements = movements;
    this.payerViews = payerViews;
    this.database = database;
    this.clock = clock;
  }

  async wallet(caller: PersonPrincipal, walletId: string): Promise<Wallet> {
    const { schoolId } = await this.access.findByWallet(caller, walletId);
    return this.wallets.get(this.database, schoolId, walletId);
  }

  /** Newest first, by keyset; who paid as `PayerViews` says. */
  async transactions(
    caller: PersonPrincipal,
    walletId: string,
    query: TransactionQuery,
  ): Promise<Page<TransactionDto>> {
    const pupil = await this.access.findByWallet(caller, walletId);
    return this.movements.page(pupil.schoolId, walletId, query, await this.payerViews.of(caller, pupil));
  }

  /** What the wallet still owes, oldest first. */
  async claims(caller: PersonPrincipal, walletId: string): Promise<ClaimDto[]> {
    const { schoolId } = await this.access.findByWallet(caller, walletId);
    const claims = await this.claimsOfWallets.outstanding(this.database, schoolId, walletId);
    return claims.map(({ id, reason, amountOre, outstandingOre, since }) => ({
      id,
      reason,
      amountOre,
      outstandingOre,
      since,
    }));
  }

  /** What was bought in each of the last weeks, this one last, oldest first. */
  async spending(caller: PersonPrincipal, walletId: string, weeks: number): Promise<WeekSpendingDto[]> {
    const { schoolId } = await this.access.findByWallet(caller, walletId);
    const today = osloDay(this.clock.now());
    return this.database.query<WeekSpendingDto>(spendingSql, [schoolId, walletId, today, weeks]);
  }
}
