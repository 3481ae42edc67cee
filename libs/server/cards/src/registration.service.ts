import { Injectable } from '@nestjs/common';
import { parseCardNumber, parseControlCode } from '@kantinekortet/codes';
import { Clock, Database, InvalidInput, type FieldProblem, type Tx } from '@kantinekortet/platform';
import { GuardianshipService } from '@kantinekortet/schools';
import { placeOfNumber } from './card-directory.ts';
import { recordCardEvent } from './card-events.ts';
import { childrenWithoutCard, hasBlockedCard, holdersById, standingOf, type CardHolder } from './card-holders.ts';
import { CardSecrets } from './card-secrets.ts';
import { Card } from './card.entity.ts';
import { CardOrCodeUnknown, ChildNotFound, ControlCodeUsed, PupilHasLeft, ReplacedByOffice } from './cards.errors.ts';
import { giveCard } from './give-card.ts';
import { RegistrationThrottle } from './registration-throttle.ts';
import type { RegisterCardRequest, RegistrationAnswer } from './registration.dto.ts';

interface Codes {
  readonly number: string;
  readonly code: string;
}

/** Links a card to a guardian who has its letter. */
@Injectable()
export class RegistrationService {
  private readonly database: Database;
  private readonly guardianships: GuardianshipService;
  private readonly throttle: RegistrationThrottle;
  private readonly cardSecrets: CardSecrets;
  private readonly clock: Clock;

  constructor(
    database: Database,
    guardianships: GuardianshipService,
    throttle: RegistrationThrottle,
    cardSecrets: CardSecrets,
    clock: Clock,
  ) {
    this.database = database;
    this.guardianships = guardianships;
    this.throttle = throttle;
    this.cardSecrets = cardSecrets;
    this.clock = clock;
  }

  /**
   * Shows what a number and its code would do, or does it. The code works for one person, who may ask again and gets
   * the same answer. Throws CardOrCodeUnknown (the only answer to a wrong code, and to a card of staff),
   * ControlCodeUsed, PupilHasLeft, PupilHasCard, ChildNotFound, ReplacedByOffice, TooManyRequests.
   */
  async register(personId: string, address: string, request: RegisterCardRequest): Promise<RegistrationAnswer> {
    const codes = readCodes(request);
    await this.throttle.spend(personId, address);
    const answer = await this.tryCodes(personId, codes, request).catch(async (error: unknown) => {
      if (!(error instanceof CardOrCodeUnknown)) await this.throttle.giveBack(personId, address);
      throw error;
    });
    await this.throttle.giveBack(personId, address);
    return answer;
  }

  private async tryCodes(personId: string, codes: Codes, request: RegisterCardRequest): Promise<RegistrationAnswer> {
    return this.database.transaction(async (tx) => {
      const card = await this.lockCard(tx, codes);
      const [holder] = card.pupilId === null ? [] : await holdersById(tx, card.schoolId, [card.pupilId]);
      if (holder?.kind === 'staff') throw new CardOrCodeUnknown();
      return holder
        ? this.withItsPupil(tx, card, holder, personId, request.confirm)
        : this.withChosenChild(tx, card, personId, request);
    });
  }

  /** The lock decides between two who register the same code at once. */
  private async lockCard(tx: Tx, { number, code }: Codes): Promise<Card> {
    const place = await placeOfNumber(tx, number);
    if (!place) throw new CardOrCodeUnknown();
    const where = { schoolId: place.schoolId, id: place.cardId };
    const card = await tx.findOne(Card, { where, lock: { mode: 'pessimistic_write' } });
    if (!card || card.status === 'ended' || !this.cardSecrets.opens(card, code)) throw new CardOrCodeUnknown();
    return card;
  }

  /** A card with a pupil makes its letter's holder the pupil's guardian, at once or after an approval. */
  private async withItsPupil(
    tx: Tx,
    card: Card,
    holder: CardHolder,
    personId: string,
    confirm: boolean,
  ): Promise<RegistrationAnswer> {
    const who = { schoolId: card.schoolId, pupilId: holder.id, personId };
    if (card.controlCodeUsedBy !== null) {
      const standing = await standingOf(tx, who);
      if (card.controlCodeUsedBy !== personId || standing === undefined) throw new ControlCodeUsed();
      return linked(holder, standing);
    }
    if (holder.status === 'left') throw new PupilHasLeft();
    if (!confirm) {
      const foreseen = await this.guardianships.foresee(tx, who);
      return { status: foreseen === 'active' ? 'ready' : 'needs_approval', pupil: glimpseOf(holder) };
    }
    const standing = await this.guardianships.request(tx, who);
    await this.useCode(tx, card, personId);
    return linked(holder, standing);
  }

  /**
   * A card that was handed out without a pupil becomes that of one of the guardian's own children who has none. A blocked
   * card is still the child's: the office replaces it, so that its loss is counted and nothing is free by this way.
   */
  private async withChosenChild(
    tx: Tx,
    card: Card,
    personId: string,
    { confirm, pupilId }: RegisterCardRequest,
  ): Promise<RegistrationAnswer> {
    const children = await childrenWithoutCard(tx, card.schoolId, personId);
    if (!confirm || pupilId === undefined) {
      const choices = children.map(({ id, name }) => ({ pupilId: id, name }));
      return { status: 'choose_child', cardId: card.id, children: choices };
    }
    const child = children.find(({ id }) => id === pupilId);
    if (!child) {
      const isBlocked = await hasBlockedCard(tx, { schoolId: card.schoolId, pupilId, personId });
      throw isBlocked ? new ReplacedByOffice() : new ChildNotFound();
    }
    await giveCard(tx, card, child, { personId, role: 'guardian' }, this.clock.now());
    await this.useCode(tx, card, personId);
    return linked(child, 'active');
  }

  private async useCode(tx: Tx, { schoolId, id }: Card, personId: string): Promise<void> {
    const now = this.clock.now();
    await tx.update(Card, { schoolId, id }, { controlCodeUsedAt: now, controlCodeUsedBy: personId });
    const actor = { personId, role: 'guardian' } as const;
    await recordCardEvent(tx, { schoolId, cardIds: [id], kind: 'registered', actor, occurredAt: now });
  }
}

/** Reads what was typed. Throws InvalidInput for what no card can have, before a try is counted. */
function readCodes({ cardNumber, controlCode }: RegisterCardRequest): Codes {
  const number = parseCardNumber(cardNumber);
  const code = parseControlCode(controlCode);
  if (number !== undefined && code !== undefined) return { number, code };
  const errors: FieldProblem[] = [];
  if (number === undefined) {
    errors.push({
      pointer: '/cardNumber',
      code: 'card_number',
      detail: 'A card number has ten digits. Look for a slip.',
    });
  }
  if (code === undefined) {
    errors.push({ pointer: '/controlCode', code: 'control_code', detail: 'A control code has ten characters.' });
  }
  throw new InvalidInput(errors);
}

/** What tells a guardian that the card is the right one, and a stranger little. */
function glimpseOf({ initials, className, schoolName }: CardHolder) {
  return { id: null, initials, name: null, className, schoolName };
}

function linked(holder: CardHolder, standing: 'active' | 'pending'): RegistrationAnswer {
  if (standing === 'pending') return { status: 'pending_approval', pupil: glimpseOf(holder) };
  return { status: 'active', pupil: { ...glimpseOf(holder), id: holder.id, name: holder.name } };
}
