import {
  Clock,
  Config,
  Database,
  Mail,
  osloDay,
  OutboxHandlers,
  type Language,
  type Tx,
} from '@kantinekortet/platform';
import { SchoolsService } from '@kantinekortet/schools';
import { BalanceWatches, readBalanceBelow, WalletsService, type BalanceBelow } from '@kantinekortet/wallet';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { openAmountOre } from '../top-up-rows.ts';
import { lowBalanceLetter } from './low-balance-letter.ts';
import { suggestedAmountOre } from './suggested-amount.ts';

const topic = 'balance-below.mail';

interface Reader {
  readonly pupilId: string;
  readonly firstName: string;
  readonly email: string;
  readonly language: Language;
}

/** Writes to the guardian who asked for it, right after the purchase that left little, and at most once a day. */
@Injectable()
export class LowBalanceMails implements OnModuleInit {
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly database: Database;
  private readonly mail: Mail;
  private readonly handlers: OutboxHandlers;
  private readonly schools: SchoolsService;
  private readonly wallets: WalletsService;
  private readonly watches: BalanceWatches;

  constructor(
    clock: Clock,
    config: Config,
    database: Database,
    mail: Mail,
    handlers: OutboxHandlers,
    schools: SchoolsService,
    wallets: WalletsService,
    watches: BalanceWatches,
  ) {
    this.clock = clock;
    this.config = config;
    this.database = database;
    this.mail = mail;
    this.handlers = handlers;
    this.schools = schools;
    this.wallets = wallets;
    this.watches = watches;
  }

  onModuleInit(): void {
    this.handlers.on(topic, (payload) => this.tell(readBalanceBelow(payload)));
  }

  /** Judges anew: since the purchase, money may have come, or the guardian may have gone. */
  private async tell(news: BalanceBelow): Promise<void> {
    const { schoolId, walletId, personId } = news;
    const { settings } = await this.schools.get(schoolId);
    await this.database.transaction(async (tx) => {
      const belowOre = await this.watches.belowOre(tx, { ...news, topic });
      if (belowOre === null) return;
      const reader = await readerOf(tx, news);
      if (!reader) return this.watches.end(tx, { schoolId, walletId, topic, personId });
      const wallet = await this.wallets.get(tx, schoolId, walletId);
      if (wallet.availableOre >= belowOre) return;
      // What fills the card by itself needs no mail; when it fails, it writes a mail of its own.
      if (await this.watches.isWatched(tx, { schoolId, walletId, topic: 'balance-below.auto-top-up' })) return;
      if (!(await isFirstToday(tx, news, osloDay(this.clock.now())))) return;
      const suggestedOre = suggestedAmountOre(
        await lastPaidOre(tx, news),
        settings,
        wallet,
        await openAmountOre(tx, schoolId, walletId, this.clock.now()),
      );
      const facts = { ...reader, availableOre: wallet.availableOre, belowOre, suggestedOre };
      await this.mail.queue(tx, lowBalanceLetter(facts, reader, this.config.parentUrl));
    });
  }
}

/** The guardian and the child, while the one is the guardian of the other and the child at the school. */
async function readerOf(tx: Tx, { schoolId, walletId, personId }: BalanceBelow): Promise<Reader | undefined> {
  const [reader] = await tx.query<Reader[]>(
    `SELECT p.id AS "pupilId", p.first_name AS "firstName", n.email, n.language
       FROM pupil p
       JOIN guardianship g ON g.school_id = p.school_id AND g.pupil_id = p.id AND g.person_id = $3 AND g.status = 'active'
       JOIN person n ON n.id = g.person_id
      WHERE p.school_id = $1 AND p.wallet_id = $2 AND p.status = 'enrolled'`,
    [schoolId, walletId, personId],
  );
  return reader;
}

/** Takes the day's one mail: false when it was taken, also by one who is just taking it. */
async function isFirstToday(tx: Tx, { schoolId, walletId, personId }: BalanceBelow, today: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO low_balance_mail AS m (school_id, wallet_id, person_id, mailed_on) VALUES ($1, $2, $3, $4)
     ON CONFLICT (school_id, wallet_id, person_id) DO UPDATE SET mailed_on = excluded.mailed_on
       WHERE m.mailed_on < excluded.mailed_on
     RETURNING 1`,
    [schoolId, walletId, personId, today],
  );
  return rows.length > 0;
}

/** What this guardian paid for the child the last time. */
async function lastPaidOre(tx: Tx, { schoolId, walletId, personId }: BalanceBelow): Promise<number | undefined> {
  const [last] = await tx.query<{ ore: number }[]>(
    `SELECT amount_ore AS ore FROM top_up
      WHERE school_id = $1 AND wallet_id = $2 AND payer_id = $3 AND status = 'paid' AND claim_id IS NULL
      ORDER BY created_at DESC LIMIT 1`,
    [schoolId, walletId, personId],
  );
  return last?.ore;
}
