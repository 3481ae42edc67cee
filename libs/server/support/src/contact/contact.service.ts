import { Injectable } from '@nestjs/common';
import { parseCardNumber } from '@kantinekortet/codes';
import { CardsService } from '@kantinekortet/cards';
import { SchoolNotFound, type PersonPrincipal } from '@kantinekortet/identity';
import { Database, type Language, type Tx } from '@kantinekortet/platform';
import { PupilAccess } from '@kantinekortet/schools';
import { CaseSteps } from '../cases/case-steps.ts';
import { OpenCaseService } from '../cases/open-case.service.ts';
import { CardNotOfSchool, CaseNotFound, MessageConflict } from '../support.errors.ts';
import { ContactThrottle } from './contact-throttle.ts';
import type { ContactAnswer, ContactRequest, ContactSchoolDto, OwnContactRequest } from './contact.dto.ts';

interface Profile {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** What makes a form the same one again. */
interface Form {
  readonly schoolId: string;
  readonly id: string;
  readonly email: string;
  readonly message: string;
  readonly toldChildName: string | null;
  readonly toldCardNumber: string | null;
  /** The card that it blocks; null when it blocks none. */
  readonly blockedCardId: string | null;
}

/** How people write to a school: by the form, signed in or not. */
@Injectable()
export class ContactService {
  private readonly database: Database;
  private readonly cases: OpenCaseService;
  private readonly steps: CaseSteps;
  private readonly cards: CardsService;
  private readonly pupils: PupilAccess;
  private readonly throttle: ContactThrottle;

  constructor(
    database: Database,
    cases: OpenCaseService,
    steps: CaseSteps,
    cards: CardsService,
    pupils: PupilAccess,
    throttle: ContactThrottle,
  ) {
    this.database = database;
    this.cases = cases;
    this.steps = steps;
    this.cards = cards;
    this.pupils = pupils;
    this.throttle = throttle;
  }

  /** The schools that one can write to, by name. */
  async schools(): Promise<ContactSchoolDto[]> {
    return this.database.query<ContactSchoolDto>('SELECT id, name FROM school ORDER BY name COLLATE "nb-x-icu", id');
  }

  /**
   * Opens a case for somebody who is not signed in. What they tell of child and card is kept as they told it: the office
   * finds out, and blocks. A machine that fills every field is thanked and forgotten. Throws TooManyRequests,
   * SchoolNotFound, MessageConflict.
   */
  async write(asked: ContactRequest, address: string): Promise<ContactAnswer> {
    if (asked.website) return { number: 0, isCardBlocked: false };
    await this.throttle.count(asked.email, address);
    const { id, schoolId, topic, message, name, email, language, childName, cardNumber } = asked;
    return this.database.transaction(async (tx) => {
      const [school] = await tx.query<unknown[]>('SELECT 1 FROM school WHERE id = $1', [schoolId]);
      if (!school) throw new SchoolNotFound();
      const told = { toldChildName: childName || null, toldCardNumber: cardNumber || null };
      const repeated = await this.repeated(tx, { schoolId, id, email, message, ...told, blockedCardId: null });
      if (repeated) return repeated;
      const sender = { personId: null, name, email, language };
      const card = cardNumber ? await cardOf(tx, schoolId, cardNumber) : undefined;
      const isUrgent = topic === 'lost_card';
      const asCase = { id, schoolId, topic, message, sender, channel: 'form', isUrgent, ...told, ...card } as const;
      const { number } = await this.cases.open(tx, asCase);
      return { number, isCardBlocked: false };
    });
  }

  /**
   * Opens a case for a guardian about one of their children. A lost card that is named is blocked in the same breath: this
   * is the written report. Throws PupilNotFound, CardNotFound, CardStepRefused, TooManyRequests, MessageConflict.
   */
  async writeSignedIn(caller: PersonPrincipal, asked: OwnContactRequest, address: string): Promise<ContactAnswer> {
    const { id, topic, message, pupilId, cardId } = asked;
    const { schoolId } = await this.pupils.find(caller, pupilId);
    const profile = await this.profileOf(caller.personId);
    await this.throttle.count(profile.email, address);
    return this.database.transaction(async (tx) => {
      const isCardBlocked = topic === 'lost_card' && cardId !== undefined;
      const form = { schoolId, id, email: profile.email, message, toldChildName: null, toldCardNumber: null };
      const repeated = await this.repeated(tx, { ...form, blockedCardId: isCardBlocked ? cardId : null });
      if (repeated) return repeated;
      // Before the case is numbered: the wallet's lock comes first everywhere.
      const blocked = isCardBlocked ? await this.cards.blockWithin(tx, caller, cardId, { reason: 'lost' }) : undefined;
      const card = blocked?.card;
      if (card && card.pupilId !== pupilId) throw new CardNotOfSchool();
      const sender = { personId: caller.personId, ...profile };
      // A loss without a card to block, or of one that the sender did not name, is the office's to look at now.
      const isUrgent = topic === 'lost_card' && !isCardBlocked;
      const about = { pupilId, cardId: card?.id ?? null, isCardBlocked, isUrgent };
      const { number } = await this.cases.open(tx, { id, schoolId, topic, message, sender, channel: 'form', ...about });
      if (card) {
        const facts = { cardNumber: card.number, cause: 'lost' };
        await this.steps.record(tx, { schoolId, caseId: id, kind: 'card_blocked', actorId: null, facts });
      }
      return { number, isCardBlocked };
    });
  }

  private async profileOf(personId: string): Promise<Profile> {
    const [profile] = await this.database.query<Profile>(
      'SELECT name, email::text, language FROM person WHERE id = $1',
      [personId],
    );
    if (!profile) throw new CaseNotFound();
    return profile;
  }

  /**
   * The answer to the same form before; two of them at once come one after the other. Throws MessageConflict when the id
   * is that of another form: to answer as if this one had come would lose it.
   */
  private async repeated(tx: Tx, form: Form): Promise<ContactAnswer | undefined> {
    const { schoolId, id, email, message, toldChildName, toldCardNumber, blockedCardId } = form;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('support-case/' || $1, 0))`, [id.toLowerCase()]);
    const [known] = await tx.query<{ number: number; isSame: boolean; isCardBlocked: boolean }[]>(repeatedSql, [
      schoolId,
      id,
      email,
      message,
      toldChildName,
      toldCardNumber,
      blockedCardId,
    ]);
    if (known && !known.isSame) throw new MessageConflict();
    return known && { number: known.number, isCardBlocked: known.isCardBlocked };
  }
}

/** Of a case only what nobody changes later is compared: the office may move it to another topic or child. */
const repeatedSql = `
  SELECT c.number, blocked.number IS NOT NULL AS "isCardBlocked",
         c.sender_email = $3 AND m.body = $4
           AND c.told_child_name IS NOT DISTINCT FROM $5 AND c.told_card_number IS NOT DISTINCT FROM $6
           AND (blocked.number IS NULL) = ($7::uuid IS NULL)
           AND blocked.number IS NOT DISTINCT FROM (SELECT number FROM card WHERE school_id = $1 AND id = $7) AS "isSame"
    FROM support_case c
    JOIN support_message m ON m.school_id = c.school_id AND m.case_id = c.id AND m.seq = 1
    LEFT JOIN LATERAL (SELECT s.facts ->> 'cardNumber' AS number FROM support_step s
                        WHERE s.school_id = c.school_id AND s.case_id = c.id AND s.kind = 'card_blocked'
                          AND s.actor_id IS NULL LIMIT 1) blocked ON true
   WHERE c.school_id = $1 AND c.id = $2`;

/** The card of a number that somebody told, and its pupil, for the office's eyes. */
async function cardOf(
  tx: Tx,
  schoolId: string,
  told: string,
): Promise<{ cardId: string; pupilId: string } | undefined> {
  const number = parseCardNumber(told);
  if (number === undefined) return undefined;
  const [card] = await tx.query<{ cardId: string; pupilId: string }[]>(
    `SELECT id AS "cardId", pupil_id AS "pupilId" FROM card
      WHERE school_id = $1 AND number = $2 AND pupil_id IS NOT NULL`,
    [schoolId, number],
  );
  return card;
}
