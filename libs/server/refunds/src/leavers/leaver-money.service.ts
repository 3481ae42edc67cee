import { Clock, Database } from '@kantinekortet/platform';
import { LayersService, WalletsService, type Layer } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { findPayersAccount } from '../payout-account-rows.ts';
import { findPayments } from '../payments-of.ts';
import { afterClaims, planRefund, sumOf, type PayerKind } from '../plan-refund.ts';

/** A pupil who has left, and whose card has money on it. */
export interface Leaver {
  readonly pupilId: string;
  readonly walletId: string;
  readonly pupilName: string;
  readonly firstName: string;
  readonly schoolName: string;
  readonly leftAt: Date;
}

/** What one payer has left on it, and where that can go. */
export interface LeaversPayer {
  readonly payerId: string;
  readonly payerKind: PayerKind;
  readonly payerName: string | null;
  /** What goes back to where it came from. */
  readonly providerOre: number;
  /** What only the bank can send. */
  readonly bankOre: number;
  readonly account: { readonly id: string; readonly last4: string } | null;
}

interface Payer {
  readonly payerId: string;
  readonly payerKind: PayerKind;
  readonly payerName: string | null;
}

const leaversSql = `
  SELECT u.id AS "pupilId", u.wallet_id AS "walletId", u.first_name || ' ' || u.last_name AS "pupilName",
         u.first_name AS "firstName", s.name AS "schoolName", u.left_at AS "leftAt"
    FROM pupil u
    JOIN school s ON s.id = u.school_id
    JOIN wallet w ON w.school_id = u.school_id AND w.id = u.wallet_id AND w.balance_ore > w.held_ore
   WHERE u.school_id = $1 AND u.status = 'left' AND u.left_for_good_at IS NOT NULL AND u.left_at <= $2
   ORDER BY u.left_at, u.id`;

const payersSql = `
  SELECT x.id AS "payerId", 'person' AS "payerKind", x.name AS "payerName" FROM person x WHERE x.id = ANY ($2::uuid[])
   UNION ALL
  SELECT h.id, 'household', h.name FROM household_payer h WHERE h.school_id = $1 AND h.id = ANY ($2::uuid[])`;

/** What is left on the cards of those who have left, by whose money it is. */
@Injectable()
export class LeaverMoney {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly wallets: WalletsService;
  private readonly layers: LayersService;

  constructor(clock: Clock, database: Database, wallets: WalletsService, layers: LayersService) {
    this.clock = clock;
    this.database = database;
    this.wallets = wallets;
    this.layers = layers;
  }

  /** Those who left at this moment or before, for good, and whose cards are not empty; the first who left first. */
  async leavers(schoolId: string, leftUntil: Date): Promise<Leaver[]> {
    return this.database.query<Leaver>(leaversSql, [schoolId, leftUntil]);
  }

  /** Whose the money on a wallet is, after what is owed. What a school gave away is nobody's to have back. */
  async payersOf(schoolId: string, walletId: string): Promise<LeaversPayer[]> {
    const { claimedOre } = await this.wallets.get(this.database, schoolId, walletId);
    const layers = afterClaims(await this.layers.remainders(this.database, schoolId, walletId), claimedOre);
    const payerIds = [...new Set(layers.flatMap(({ payerId }) => payerId ?? []))];
    const payers = await this.database.query<Payer>(payersSql, [schoolId, payerIds]);
    return Promise.all(payers.map((payer) => this.toPayer(schoolId, payer, layers)));
  }

  private async toPayer(schoolId: string, payer: Payer, all: readonly Layer[]): Promise<LeaversPayer> {
    const { payerId, payerKind } = payer;
    const layers = all.filter((layer) => layer.payerId === payerId);
    const references = layers.map(({ paymentReference }) => paymentReference);
    const payments = await findPayments(this.database, schoolId, references);
    const now = this.clock.now();
    const parts = planRefund({ layers, payments, payerKind, amountOre: sumOf(layers), now });
    const account = await findPayersAccount(this.database, schoolId, payerId);
    const ofRoute = (route: 'provider' | 'bank') => sumOf(parts.filter((part) => part.route === route));
    return {
      ...payer,
      providerOre: ofRoute('provider'),
      bankOre: ofRoute('bank'),
      account: account ? { id: account.id, last4: account.last4 } : null,
    };
  }
}
