import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, osloDay, type Tx } from '@kantinekortet/platform';
import { WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { amountText, readPain002, type BankAnswer, type BankWord } from '../bank/read-pain002.ts';
import { HangingMoney } from '../hanging/hanging-money.ts';
import { RefundParts } from '../refund-parts.service.ts';
import { RefundTasks } from '../refund-tasks.ts';
import { PayoutRecords } from './payout-records.service.ts';
import { findPayoutOfMessage, lockLines, lockPayout, type Payout, type PayoutLine } from './payout-rows.ts';
import { lineMayBecome } from './payout-status.ts';
import {
  BankAnswerOfOtherFile,
  BookedOnImplausible,
  LineNotInState,
  PayoutNotFound,
  PayoutNotInState,
} from './payout.errors.ts';

/** What an answer changed, and what it could not. */
export interface AppliedAnswer {
  readonly payoutId: string;
  readonly settledCount: number;
  readonly returnedCount: number;
  readonly acceptedCount: number;
  /** Lines of which the bank says what cannot be, by their numbers. */
  readonly contradictedLines: number[];
  /** Payments that it answers and that are not in the file. */
  readonly unknownCount: number;
}

/** Who says it, and when the money moved at the bank. */
interface Said {
  readonly by: string;
  /** Null when the bank's own file says it. */
  readonly answeredBy: string | null;
  readonly occurredAt: Date;
}

/** What the bank says of a line cannot be. */
interface Contradiction {
  readonly outcome: 'contradicts';
}

/** What became of a payment file's lines, by the bank's own word or a person's. Whatever is said again changes nothing. */
@Injectable()
export class PayoutAnswers {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly wallets: WalletsService;
  private readonly parts: RefundParts;
  private readonly tasks: RefundTasks;
  private readonly hanging: HangingMoney;
  private readonly records: PayoutRecords;

  constructor(
    clock: Clock,
    database: Database,
    wallets: WalletsService,
    parts: RefundParts,
    tasks: RefundTasks,
    hanging: HangingMoney,
    records: PayoutRecords,
  ) {
    this.clock = clock;
    this.database = database;
    this.wallets = wallets;
    this.parts = parts;
    this.tasks = tasks;
    this.hanging = hanging;
    this.records = records;
  }

  /**
   * Takes the bank's pain.002 file, and keeps it. What it says and cannot be changes nothing, and is the office's to
   * clear up. Throws BankAnswerUnreadable, BankAnswerOfOtherFile, and PayoutNotInState for a file that has not left.
   */
  async takeFile({ personId }: PersonPrincipal, schoolId: string, bytes: Uint8Array): Promise<AppliedAnswer> {
    const answer = readPain002(bytes);
    return this.database.transaction(async (tx) => {
      const id = await findPayoutOfMessage(tx, schoolId, answer.messageId);
      if (id === undefined) throw new BankAnswerOfOtherFile();
      const { payout, lines } = await this.open(tx, schoolId, id);
      const receivedAt = this.clock.now();
      await this.records.keepAnswer(tx, { schoolId, fileId: id, bytes, receivedBy: personId, receivedAt });
      const known = new Set(lines.map(({ endToEndId }) => endToEndId));
      const unknown = [...answer.lines.keys()].filter((endToEndId) => !known.has(endToEndId)).sort();
      const occurredAt = between(payout.sentAt, answer.createdAt, receivedAt);
      const said = { by: `person:${personId}`, answeredBy: null, occurredAt };
      const applied = await this.apply(tx, payout, lines, wordsOf(answer), said);
      const contradiction = { lines: applied.contradictedLines, unknown };
      await this.tasks.contradicted(tx, payout, contradiction);
      return { ...applied, unknownCount: unknown.length };
    });
  }

  /** A person saw at the bank that every line that is still open was paid. Throws as `answerLine`, but LineNotInState. */
  async settleRest(caller: PersonPrincipal, schoolId: string, id: string, bookedOn: string): Promise<AppliedAnswer> {
    return this.database.transaction(async (tx) => {
      const { payout, lines } = await this.open(tx, schoolId, id);
      const said = this.saidBy(caller, payout, bookedOn);
      const open = lines.filter(({ status }) => status === 'included');
      return this.apply(tx, payout, open, () => ({ outcome: 'settled', reason: null }), said);
    });
  }

  /**
   * A person saw at the bank what became of one line. Throws PayoutNotFound, PayoutNotInState, BookedOnImplausible, and
   * LineNotInState for one that came back and is now said to be paid.
   */
  async answerLine(
    caller: PersonPrincipal,
    key: { readonly schoolId: string; readonly id: string; readonly number: number },
    word: BankWord,
    bookedOn: string,
  ): Promise<AppliedAnswer> {
    return this.database.transaction(async (tx) => {
      const { payout, lines } = await this.open(tx, key.schoolId, key.id);
      const line = lines.find(({ number }) => number === key.number);
      if (!line) throw new PayoutNotFound();
      const applied = await this.apply(tx, payout, [line], () => word, this.saidBy(caller, payout, bookedOn));
      if (applied.contradictedLines.length > 0) throw new LineNotInState(line.number, line.status);
      return applied;
    });
  }

  private async apply(
    tx: Tx,
    payout: Payout,
    lines: readonly PayoutLine[],
    wordOf: (line: PayoutLine) => BankWord | Contradiction | null,
    said: Said,
  ): Promise<AppliedAnswer> {
    const counts = { settledCount: 0, returnedCount: 0, acceptedCount: 0 };
    const contradictedLines: number[] = [];
    for (const line of lines) {
      const word = wordOf(line);
      if (word === null || word.outcome === line.status) continue;
      if (word.outcome === 'accepted') {
        counts.acceptedCount += 1;
        continue;
      }
      if (word.outcome === 'contradicts' || !lineMayBecome(line.status, word.outcome)) {
        contradictedLines.push(line.number);
        continue;
      }
      await this.move(tx, payout, line, word, said);
      counts[word.outcome === 'settled' ? 'settledCount' : 'returnedCount'] += 1;
    }
    await tx.query(
      `UPDATE payout_file f SET status = 'settled', ended_at = $3
        WHERE f.school_id = $1 AND f.id = $2 AND f.status = 'sent'
          AND NOT EXISTS (SELECT FROM payout_line l
                           WHERE l.school_id = f.school_id AND l.file_id = f.id AND l.status = 'included')`,
      [payout.schoolId, payout.id, this.clock.now()],
    );
    await this.hanging.lookAtPayouts(tx, payout.schoolId);
    return { payoutId: payout.id, ...counts, contradictedLines, unknownCount: 0 };
  }

  private async move(
    tx: Tx,
    { schoolId, id }: Payout,
    { partId, number }: PayoutLine,
    { outcome, reason }: BankWord,
    { by: actor, answeredBy, occurredAt }: Said,
  ): Promise<void> {
    const key = { schoolId, id: partId };
    if (outcome === 'settled') await this.parts.confirm(tx, key, { actor, occurredAt });
    else await this.parts.giveBack(tx, key, { actor, occurredAt, failureCode: reason ?? outcome });
    await tx.query(
      `UPDATE payout_line SET status = $4, return_reason = $5, answered_by = $6, answered_at = $7
        WHERE school_id = $1 AND file_id = $2 AND number = $3`,
      [schoolId, id, number, outcome, reason, answeredBy, this.clock.now()],
    );
  }

  /** The file and its lines, with their parts and then their wallets locked in everyone's order. */
  private async open(tx: Tx, schoolId: string, id: string): Promise<{ payout: Payout; lines: PayoutLine[] }> {
    const payout = await lockPayout(tx, schoolId, id);
    if (!payout) throw new PayoutNotFound();
    if (payout.sentAt === null) throw new PayoutNotInState(payout.status);
    const lines = await lockLines(tx, payout);
    await this.wallets.lockAll(tx, schoolId, [...new Set(lines.map(({ walletId }) => walletId))]);
    return { payout, lines };
  }

  private saidBy({ personId }: PersonPrincipal, { sentAt }: Payout, bookedOn: string): Said {
    const now = this.clock.now();
    if (sentAt === null || bookedOn < osloDay(sentAt) || bookedOn > osloDay(now)) throw new BookedOnImplausible();
    // Noon is the same day in Norway all year.
    const noon = new Date(`${bookedOn}T11:00:00Z`);
    const occurredAt = noon < now ? noon : now;
    return { by: `person:${personId}`, answeredBy: personId, occurredAt };
  }
}

/** A clock elsewhere may be wrong: no money moved before the bank had the file, or will have moved. */
function between(sentAt: Date | null, moment: Date, now: Date): Date {
  return new Date(Math.min(Math.max(moment.getTime(), sentAt?.getTime() ?? 0), now.getTime()));
}

/**
 * A line that is paid comes back only by a word that names it, not by one about the whole file; and a word about another
 * amount is not about this line.
 */
function wordsOf({ lines, amounts, others }: BankAnswer): (line: PayoutLine) => BankWord | Contradiction | null {
  return ({ endToEndId, status, amountOre }) => {
    if ((amounts.get(endToEndId) ?? amountText(amountOre)) !== amountText(amountOre)) return { outcome: 'contradicts' };
    const named = lines.get(endToEndId);
    if (named || status !== 'settled') return named ?? others;
    return others?.outcome === 'returned' ? { outcome: 'contradicts' } : null;
  };
}
