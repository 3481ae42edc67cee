import { Injectable } from '@nestjs/common';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Config, Database, type Tx } from '@kantinekortet/platform';
import type { PrintedFile } from '@kantinekortet/platform/printing';
import { PupilNotFound } from '@kantinekortet/schools';
import { actorOf } from './card-actor.ts';
import { recordCardEvent } from './card-events.ts';
import { holdersById } from './card-holders.ts';
import { CardSecrets } from './card-secrets.ts';
import { Card } from './card.entity.ts';
import { PupilHasLeft, PupilHasNoCard } from './cards.errors.ts';
import { drawControlCodes } from './control-codes.ts';
import { letterHead } from './printing/letter-head.ts';
import { print } from './printing/print.ts';

/** Prints one letter again: for a lost letter, or for a second guardian. */
@Injectable()
export class PrintLetterService {
  private readonly database: Database;
  private readonly cardSecrets: CardSecrets;
  private readonly config: Config;
  private readonly clock: Clock;

  constructor(database: Database, cardSecrets: CardSecrets, config: Config, clock: Clock) {
    this.database = database;
    this.cardSecrets = cardSecrets;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Draws a new control code for a pupil's card and prints its letter; the old code is void. Nothing is stored when the
   * print fails. Throws PupilNotFound, PupilHasNoCard, PupilHasLeft.
   */
  async printLetter(caller: PersonPrincipal, schoolId: string, pupilId: string): Promise<PrintedFile> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const card = await lockCardInUse(tx, schoolId, pupilId);
      const [holder] = await holdersById(tx, schoolId, [pupilId]);
      if (!holder) throw new PupilNotFound();
      if (!card) throw new PupilHasNoCard();
      if (holder.status === 'left') throw new PupilHasLeft();
      const drawn = await drawControlCodes(tx, schoolId, [card], this.cardSecrets);
      const event = { schoolId, cardIds: [card.id], actor: actorOf(caller), occurredAt: now };
      await recordCardEvent(tx, { ...event, kind: 'letter_printed' });
      const pdf = await print({
        ...letterHead(holder.schoolName, this.config.parentUrl, now),
        title: `Brev om kantinekort, ${holder.name}`,
        cards: [],
        letters: drawn.map(({ number, controlCode }) => ({ number, controlCode, pupil: holder })),
      });
      return { fileName: `kantinekort-brev-${card.number}.pdf`, pdf };
    });
  }
}

function lockCardInUse(tx: Tx, schoolId: string, pupilId: string): Promise<Card | null> {
  return tx
    .createQueryBuilder(Card, 'card')
    .where('card.schoolId = :schoolId AND card.pupilId = :pupilId', { schoolId, pupilId })
    .andWhere(`card.status IN ('active', 'blocked')`)
    .setLock('pessimistic_write')
    .getOne();
}
