import { Injectable } from '@nestjs/common';
import { parseCardToken } from '@kantinekortet/codes';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, Outbox, type Tx } from '@kantinekortet/platform';
import { PupilAccess, PupilNotFound, tellCase } from '@kantinekortet/schools';
import { WalletsService } from '@kantinekortet/wallet';
import { CardAccess } from './card-access.ts';
import { actorOf, type CardActor } from './card-actor.ts';
import { placeOfToken } from './card-directory.ts';
import { isBlockedFrom, recordCardEvent } from './card-events.ts';
import { holdersById } from './card-holders.ts';
import { CardSecrets } from './card-secrets.ts';
import { statusAfter, type BlockReason } from './card-status.ts';
import { Card, notBlocked } from './card.entity.ts';
import type { BlockCardRequest, UnblockCardRequest } from './cards.dto.ts';
import { BlockSetByOffice, CardNotInStock, CardOfOtherSchool, CardUnknown } from './cards.errors.ts';
import { giveCard } from './give-card.ts';

/** Whose a card is, and whether it works. */
@Injectable()
export class CardsService {
  private readonly database: Database;
  private readonly access: CardAccess;
  private readonly pupils: PupilAccess;
  private readonly wallets: WalletsService;
  private readonly cardSecrets: CardSecrets;
  private readonly outbox: Outbox;
  private readonly clock: Clock;

  constructor(
    database: Database,
    access: CardAccess,
    pupils: PupilAccess,
    wallets: WalletsService,
    cardSecrets: CardSecrets,
    outbox: Outbox,
    clock: Clock,
  ) {
    this.database = database;
    this.access = access;
    this.pupils = pupils;
    this.wallets = wallets;
    this.cardSecrets = cardSecrets;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The cards that a pupil has and had, newest first. */
  async ofPupil(caller: PersonPrincipal, pupilId: string): Promise<Card[]> {
    const { schoolId } = await this.pupils.find(caller, pupilId);
    return this.database.transaction((tx) =>
      tx.find(Card, { where: { schoolId, pupilId }, order: { issuedAt: 'DESC', id: 'DESC' } }),
    );
  }

  /**
   * Gives a scanned card from stock to a pupil; the same scan again answers the same. Throws PupilNotFound, CardUnknown,
   * CardOfOtherSchool, CardNotInStock, PupilHasCard, PupilHasLeft.
   */
  async issue(caller: PersonPrincipal, schoolId: string, pupilId: string, scan: string): Promise<Card> {
    const token = parseCardToken(scan);
    if (token === undefined) throw new CardUnknown();
    return this.database.transaction(async (tx) => {
      const [holder] = await holdersById(tx, schoolId, [pupilId]);
      if (!holder) throw new PupilNotFound();
      const card = await this.lockScanned(tx, schoolId, this.cardSecrets.hmacOfToken(token));
      if (card.status === 'active' && card.pupilId === pupilId) return card;
      if (card.status !== 'stock') throw new CardNotInStock(card.status);
      return giveCard(tx, card, holder, actorOf(caller), this.clock.now());
    });
  }

  /**
   * Blocks a pupil's card for every till. A sale on its way is decided by the wallet's lock: booked before, or refused.
   * The office takes over a block that a guardian set; any other second block changes nothing. Throws CardStepRefused.
   */
  async block(caller: PersonPrincipal, cardId: string, request: BlockCardRequest): Promise<Card> {
    return this.database.transaction(async (tx) => (await this.blockWithin(tx, caller, cardId, request)).card);
  }

  /** The same, within a transaction that does more; tells whether the case has heard, or will hear, of the block. */
  async blockWithin(
    tx: Tx,
    caller: PersonPrincipal,
    cardId: string,
    { reason, caseId }: BlockCardRequest,
  ): Promise<{ readonly card: Card; readonly isTold: boolean }> {
    const actor = actorOf(caller);
    return this.changeLocked(tx, caller, cardId, async (card, now) => {
      const isOfficeTakingOver = actor.role === 'office' && card.blockedByRole === 'guardian';
      if (card.status === 'blocked' && !isOfficeTakingOver) {
        const isTold = caseId !== undefined && (await isBlockedFrom(tx, card.schoolId, card.id, caseId));
        return { card, isTold };
      }
      const status = card.status === 'blocked' ? 'blocked' : statusAfter(card.status, 'block');
      const block = { blockedAt: now, blockReason: reason, blockedBy: actor.personId, blockedByRole: actor.role };
      await tx.update(Card, { schoolId: card.schoolId, id: card.id }, { status, ...block });
      await this.tell(tx, card, { actor, occurredAt: now, kind: 'blocked', reason, caseId });
      return { card: Object.assign(card, { status, ...block }), isTold: caseId !== undefined };
    });
  }

  /** Lifts a block; a guardian only one that a guardian set. Throws BlockSetByOffice, CardStepRefused. */
  async unblock(caller: PersonPrincipal, cardId: string, { caseId }: UnblockCardRequest): Promise<Card> {
    const actor = actorOf(caller);
    return this.database.transaction((tx) =>
      this.changeLocked(tx, caller, cardId, async (card, now) => {
        if (card.status === 'active') return card;
        const status = statusAfter(card.status, 'unblock');
        if (actor.role === 'guardian' && card.blockedByRole === 'office') throw new BlockSetByOffice();
        await tx.update(Card, { schoolId: card.schoolId, id: card.id }, { status, ...notBlocked });
        await this.tell(tx, card, { actor, occurredAt: now, kind: 'unblocked', caseId });
        return Object.assign(card, { status, ...notBlocked });
      }),
    );
  }

  /** Writes it to the card's history, and to the support case that it was done from. */
  private async tell(
    tx: Tx,
    { schoolId, id, number }: Card,
    step: {
      readonly actor: CardActor;
      readonly occurredAt: Date;
      readonly kind: 'blocked' | 'unblocked';
      readonly reason?: BlockReason;
      readonly caseId: string | undefined;
    },
  ): Promise<void> {
    const { kind, reason, actor } = step;
    // Cases are the staff's: a guardian's word about one is not taken.
    const caseId = actor.role === 'office' ? step.caseId : undefined;
    await recordCardEvent(tx, { ...step, caseId, schoolId, cardIds: [id] });
    const facts = { cardNumber: number, ...(reason && { cause: reason }) };
    await tellCase(tx, this.outbox, { schoolId, caseId, kind: `card_${kind}`, facts, actorId: actor.personId });
  }

  /** Locks the pupil's wallet, then the card, as every sale does before it reads the card. Throws CardNotFound. */
  private async changeLocked<Answer>(
    tx: Tx,
    caller: PersonPrincipal,
    cardId: string,
    change: (card: Card, now: Date) => Promise<Answer>,
  ): Promise<Answer> {
    const { schoolId, walletId } = await this.access.find(caller, cardId);
    await this.wallets.lock(tx, schoolId, walletId);
    const where = { schoolId, id: cardId };
    return change(await tx.findOneOrFail(Card, { where, lock: { mode: 'pessimistic_write' } }), this.clock.now());
  }

  private async lockScanned(tx: Tx, schoolId: string, tokenHmac: Buffer): Promise<Card> {
    const place = await placeOfToken(tx, tokenHmac);
    if (!place) throw new CardUnknown();
    if (place.schoolId !== schoolId) throw new CardOfOtherSchool();
    const card = await tx.findOne(Card, { where: { schoolId, tokenHmac }, lock: { mode: 'pessimistic_write' } });
    // Printed anew between the two statements.
    if (!card) throw new CardUnknown();
    return card;
  }
}
