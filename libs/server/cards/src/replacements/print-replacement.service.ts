import { Injectable } from '@nestjs/common';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Config, Database, newId, type Tx } from '@kantinekortet/platform';
import type { PrintedFile } from '@kantinekortet/platform/printing';
import { SchoolsService } from '@kantinekortet/schools';
import { contentHash } from '@kantinekortet/wallet';
import { actorOf } from '../card-actor.ts';
import { CardAccess } from '../card-access.ts';
import { recordCardEvent } from '../card-events.ts';
import { holdersById, type CardHolder } from '../card-holders.ts';
import type { Card } from '../card.entity.ts';
import { CardNotFound, NoCardsToPrint } from '../cards.errors.ts';
import { DrawCardsService, type DrawnCard } from '../draw-cards.service.ts';
import { lockCards } from '../lock-cards.ts';
import { letterHead } from '../printing/letter-head.ts';
import { print } from '../printing/print.ts';
import type { PrintReplacementRequest } from './replacement.dto.ts';
import type { Replacement } from './replacement-rows.ts';
import { ReplacementSteps, type ReplacementWish } from './replacement-steps.service.ts';

type PrintedReplacement = PrintedFile & { readonly replacement: Replacement };

/** A new card, printed with its letter in the request that replaces the old one. */
@Injectable()
export class PrintReplacementService {
  private readonly database: Database;
  private readonly access: CardAccess;
  private readonly schools: SchoolsService;
  private readonly steps: ReplacementSteps;
  private readonly draw: DrawCardsService;
  private readonly config: Config;
  private readonly clock: Clock;

  constructor(
    database: Database,
    access: CardAccess,
    schools: SchoolsService,
    steps: ReplacementSteps,
    draw: DrawCardsService,
    config: Config,
    clock: Clock,
  ) {
    this.database = database;
    this.access = access;
    this.schools = schools;
    this.steps = steps;
    this.draw = draw;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Replaces a card by one that it prints. The same request again replaces nothing, and prints the same card with new
   * codes, because nobody keeps the first ones; once a guardian has registered it, it throws NoCardsToPrint. Throws what
   * ReplacementSteps throws, and CardNotFound, NotAllowed.
   */
  async print(caller: PersonPrincipal, cardId: string, request: PrintReplacementRequest): Promise<PrintedReplacement> {
    const pupil = await this.access.findAsOffice(caller, cardId);
    const { settings } = await this.schools.get(pupil.schoolId);
    const { reason, waiverReason = null } = request;
    const content = { cardId, reason, waiverReason, newCard: 'printed' };
    const wish = { caller, pupil, settings, cardId, request, contentHash: contentHash(content) };
    return this.database.transaction(async (tx) => {
      const { wallet, earlier } = await this.steps.begin(tx, wish);
      if (earlier) return this.printAgain(tx, wish, earlier);
      const old = (await lockCards(tx, pupil.schoolId, [cardId])).get(cardId);
      if (!old) throw new CardNotFound();
      const { replacement, issued } = await this.steps.perform(tx, wish, { wallet, old }, (holder) =>
        this.drawFor(tx, wish, holder),
      );
      return this.printed(replacement, issued, wish);
    });
  }

  /** A batch of one, of the pupil's class, so that it is found and printed again like any other. */
  private async drawFor(tx: Tx, { pupil, caller }: ReplacementWish, holder: CardHolder): Promise<DrawnCard> {
    const batchId = newId();
    await tx.query(
      `INSERT INTO card_batch (school_id, id, class_id, card_count, created_at, created_by)
       SELECT p.school_id, $3, p.class_id, 1, $4, $5 FROM pupil p WHERE p.school_id = $1 AND p.id = $2`,
      [pupil.schoolId, pupil.pupilId, batchId, this.clock.now(), caller.personId],
    );
    const batch = { schoolId: pupil.schoolId, batchId, holders: [holder], actor: actorOf(caller) };
    return theOne(await this.draw.drawBatch(tx, batch));
  }

  private async printAgain(tx: Tx, wish: ReplacementWish, replacement: Replacement): Promise<PrintedReplacement> {
    const { schoolId, pupilId } = wish.pupil;
    const card = (await lockCards(tx, schoolId, [replacement.newCardId])).get(replacement.newCardId);
    if (!isReprintable(card)) throw new NoCardsToPrint();
    const [holder = null] = await holdersById(tx, schoolId, [pupilId]);
    const drawn = theOne(await this.draw.redraw(tx, schoolId, [{ id: card.id, number: card.number, holder }]));
    const event = { schoolId, cardIds: [card.id], actor: actorOf(wish.caller), occurredAt: this.clock.now() };
    await recordCardEvent(tx, { ...event, kind: 'reprinted' });
    return this.printed(replacement, drawn, wish);
  }

  private async printed(
    replacement: Replacement,
    { holder, ...card }: DrawnCard,
    { settings }: ReplacementWish,
  ): Promise<PrintedReplacement> {
    const pdf = await print({
      ...letterHead(holder?.schoolName ?? '', this.config.parentUrl, this.clock.now()),
      title: 'Nytt kantinekort',
      cards: [{ ...card, pupil: settings.printNameOnCard ? holder : null }],
      letters: [{ ...card, pupil: holder }],
    });
    return { fileName: `kantinekort-${card.number}.pdf`, pdf, replacement };
  }
}

/** As long as nobody has registered it: then its guardian has paper that works. */
function isReprintable(card: Card | undefined): card is Card {
  return card?.status === 'active' && card.controlCodeUsedAt === null;
}

function theOne([card]: readonly DrawnCard[]): DrawnCard {
  if (!card) throw new Error('One card was asked for and none was drawn');
  return card;
}
