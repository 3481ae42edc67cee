import { Injectable } from '@nestjs/common';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Config, Database, InvalidInput, newId, type Tx } from '@kantinekortet/platform';
import type { PrintedFile } from '@kantinekortet/platform/printing';
import { actorOf } from './card-actor.ts';
import { recordCardEvent } from './card-events.ts';
import { holdersById, holdersWithoutCard, schoolNameOf, type CardHolder } from './card-holders.ts';
import type { CardStatus } from './card-status.ts';
import { Card } from './card.entity.ts';
import { CardBatchNotFound, ClassNotFound, NoCardsToPrint } from './cards.errors.ts';
import { DrawCardsService, type DrawnCard } from './draw-cards.service.ts';
import type { PrintBatchRequest, PrintOptions } from './print-cards.dto.ts';
import { letterHead } from './printing/letter-head.ts';
import { print } from './printing/print.ts';

/**
 * Prints batches of cards. A print is whole in memory before its transaction commits: if it fails, nothing was stored.
 * If the commit succeeded and the file was lost on its way, the office prints again, which draws new codes.
 */
@Injectable()
export class PrintCardsService {
  private readonly database: Database;
  private readonly draw: DrawCardsService;
  private readonly config: Config;
  private readonly clock: Clock;

  constructor(database: Database, draw: DrawCardsService, config: Config, clock: Clock) {
    this.database = database;
    this.draw = draw;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Prints a card for each enrolled pupil of a class who has none, theirs at once; or cards for stock.
   * Throws ClassNotFound, NoCardsToPrint, and PupilHasCard when two print for one class at once.
   */
  async printBatch(
    caller: PersonPrincipal,
    schoolId: string,
    request: PrintBatchRequest,
  ): Promise<PrintedFile & { batchId: string }> {
    const actor = actorOf(caller);
    const batchId = newId();
    const printed = await this.database.transaction(async (tx) => {
      const { holders, title } = await this.whoGetsCards(tx, schoolId, request);
      await tx.query(
        `INSERT INTO card_batch (school_id, id, class_id, card_count, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [schoolId, batchId, request.classId ?? null, holders.length, this.clock.now(), actor.personId],
      );
      const cards = await this.draw.drawBatch(tx, { schoolId, batchId, holders, actor });
      return this.printCards(tx, schoolId, title, cards, request);
    });
    return { ...printed, batchId };
  }

  /**
   * Prints a batch's cards anew, for when the file was lost or the print failed: those whose code nobody has used. What
   * was printed of them before stops working, so a card that was scanned out of stock, and so exists, is left alone.
   * Throws CardBatchNotFound, NoCardsToPrint.
   */
  async reprintBatch(
    caller: PersonPrincipal,
    schoolId: string,
    batchId: string,
    options: PrintOptions,
  ): Promise<PrintedFile> {
    return this.database.transaction(async (tx) => {
      const [batch] = await tx.query<{ className: string | null }[]>(
        `SELECT s.name AS "className" FROM card_batch b
           LEFT JOIN school_class s ON s.school_id = b.school_id AND s.id = b.class_id
          WHERE b.school_id = $1 AND b.id = $2`,
        [schoolId, batchId],
      );
      if (!batch) throw new CardBatchNotFound();
      const inPrint: CardStatus[] = batch.className === null ? ['stock'] : ['stock', 'active'];
      const cards = await this.lockUnregistered(tx, schoolId, batchId, inPrint);
      if (cards.length === 0) throw new NoCardsToPrint();
      const drawn = await this.draw.redraw(tx, schoolId, cards);
      const cardIds = drawn.map(({ id }) => id);
      const occurredAt = this.clock.now();
      await recordCardEvent(tx, { schoolId, cardIds, kind: 'reprinted', actor: actorOf(caller), occurredAt });
      return this.printCards(tx, schoolId, batch.className ?? 'lager', drawn, options);
    });
  }

  private async whoGetsCards(
    tx: Tx,
    schoolId: string,
    { classId, count }: PrintBatchRequest,
  ): Promise<{ holders: (CardHolder | null)[]; title: string }> {
    if ((classId === undefined || classId === null) === (count === undefined)) {
      throw new InvalidInput([{ pointer: '/count', code: 'class_or_count', detail: 'Give a class or a count.' }]);
    }
    if (count !== undefined) return { holders: Array.from({ length: count }, () => null), title: 'lager' };
    const [schoolClass] = await tx.query<{ name: string }[]>(
      'SELECT name FROM school_class WHERE school_id = $1 AND id = $2',
      [schoolId, classId],
    );
    if (!schoolClass || typeof classId !== 'string') throw new ClassNotFound();
    const holders = await holdersWithoutCard(tx, schoolId, classId);
    if (holders.length === 0) throw new NoCardsToPrint();
    return { holders, title: schoolClass.name };
  }

  private async lockUnregistered(tx: Tx, schoolId: string, batchId: string, statuses: readonly CardStatus[]) {
    const cards = await tx
      .createQueryBuilder(Card, 'card')
      .where('card.schoolId = :schoolId AND card.batchId = :batchId', { schoolId, batchId })
      .andWhere('card.status IN (:...statuses) AND card.controlCodeUsedAt IS NULL', { statuses })
      .orderBy('card.id')
      .setLock('pessimistic_write')
      .getMany();
    const pupilIds = cards.flatMap((card) => card.pupilId ?? []);
    const holders = new Map((await holdersById(tx, schoolId, pupilIds)).map((holder) => [holder.id, holder]));
    return cards.map(({ id, number, pupilId }) => ({ id, number, holder: holders.get(pupilId ?? '') ?? null }));
  }

  private async printCards(
    tx: Tx,
    schoolId: string,
    title: string,
    drawn: readonly DrawnCard[],
    { includeLetters, printNames }: PrintOptions,
  ): Promise<PrintedFile> {
    const withLetter = includeLetters ? drawn.filter(({ holder }) => holder?.kind !== 'staff') : [];
    const pdf = await print({
      ...letterHead(await schoolNameOf(tx, schoolId), this.config.parentUrl, this.clock.now()),
      title: `Kantinekort, ${title}`,
      cards: drawn.map(({ number, token, holder }) => ({ number, token, pupil: printNames ? holder : null })),
      letters: withLetter.map(({ holder, ...card }) => ({ ...card, pupil: holder })),
    });
    return { fileName: `kantinekort-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.pdf`, pdf };
  }
}
