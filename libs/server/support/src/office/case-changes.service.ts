import { Injectable } from '@nestjs/common';
import { CardsService } from '@kantinekortet/cards';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, InvalidInput, type Tx } from '@kantinekortet/platform';
import { PupilAccess } from '@kantinekortet/schools';
import { lockCase, type CaseRow } from '../cases/case-rows.ts';
import { dueAt } from '../cases/case-rules.ts';
import { CaseSteps } from '../cases/case-steps.ts';
import { caseActorOf, tellMove, tellPupil } from '../cases/case-timeline.ts';
import type { CasePlace } from '../cases/thread-keys.ts';
import { CardNotOfSchool, CardNotReported } from '../support.errors.ts';
import type { ChangeCaseRequest } from './case.dto.ts';

const columns = {
  assigneeId: 'assignee_id',
  topic: 'topic',
  isUrgent: 'is_urgent',
  dueAt: 'due_at',
  pupilId: 'pupil_id',
} as const;

/** Who has a case, what it is about, how it stands; each change is told in the case. */
@Injectable()
export class CaseChangesService {
  private readonly database: Database;
  private readonly pupils: PupilAccess;
  private readonly cards: CardsService;
  private readonly steps: CaseSteps;
  private readonly clock: Clock;

  constructor(database: Database, pupils: PupilAccess, cards: CardsService, steps: CaseSteps, clock: Clock) {
    this.database = database;
    this.pupils = pupils;
    this.cards = cards;
    this.steps = steps;
    this.clock = clock;
  }

  /** Throws CaseNotFound, PupilNotFound, InvalidInput for an assignee who does not work there. */
  async change(caller: PersonPrincipal, place: CasePlace, asked: ChangeCaseRequest): Promise<void> {
    const { schoolId } = place;
    if (asked.pupilId) await this.pupils.atSchool(schoolId, asked.pupilId);
    await this.database.transaction(async (tx) => {
      const found = await lockCase(tx, place);
      if (asked.assigneeId) await mustBeStaff(tx, schoolId, asked.assigneeId);
      // A topic that needs a quicker answer moves the time, unless the office sets one.
      const isNewTopic = asked.topic !== undefined && asked.topic !== found.topic;
      const change = isNewTopic && asked.topic ? { dueAt: dueAt(asked.topic, this.clock.now()), ...asked } : asked;
      await this.write(tx, found, change);
      if (asked.pupilId !== undefined) {
        await forgetCardOfOthers(tx, place);
        await tellMove(tx, found, asked.pupilId, this.doneBy(caller));
      }
      const { pupilId = found.pupilId, status } = asked;
      if (status !== undefined) await this.steps.changeStatus(tx, { ...found, pupilId }, status, caller.personId);
      const facts = factsOf(found, change);
      if (Object.keys(facts).length === 0) return;
      const step = { ...place, kind: 'case_changed', actorId: caller.personId, facts };
      await this.steps.record(tx, step);
    });
  }

  /**
   * Blocks the card that somebody reported as lost, or confirms that it is blocked; the case tells which. Throws
   * CaseNotFound, CardNotOfSchool, CardStepRefused, PupilNotFound, and CardNotReported for a card that the report cannot
   * be about: the pupil's next one must not be blocked by a second press.
   */
  async confirmLoss(caller: PersonPrincipal, place: CasePlace, cardId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const block = { reason: 'lost', caseId: place.caseId } as const;
      const { card, isTold } = await this.cards.blockWithin(tx, caller, cardId, block);
      if (card.schoolId !== place.schoolId) throw new CardNotOfSchool();
      const found = await lockCase(tx, place);
      const isNamed = found.cardId === null || found.cardId === cardId;
      if (!isNamed || (card.issuedAt ?? found.createdAt) > found.createdAt) throw new CardNotReported();
      const { pupilId } = card;
      await tellMove(tx, found, pupilId, this.doneBy(caller));
      // A card that the office had blocked before is confirmed, once.
      if (!isTold && !(await isLossConfirmed(tx, place, card.number))) {
        const facts = { cardNumber: card.number };
        await this.steps.record(tx, { ...place, kind: 'loss_confirmed', actorId: caller.personId, facts });
        const event = { kind: 'case_loss_confirmed', ...this.doneBy(caller), facts } as const;
        await tellPupil(tx, { ...found, pupilId }, event);
      }
      await tx.query(
        `UPDATE support_case SET card_id = $3, pupil_id = $4, is_urgent = false, updated_at = $5
          WHERE school_id = $1 AND id = $2`,
        [place.schoolId, place.caseId, cardId, pupilId, this.clock.now()],
      );
    });
  }

  private doneBy({ personId }: PersonPrincipal) {
    return { actor: caseActorOf(personId), occurredAt: this.clock.now() };
  }

  private async write(tx: Tx, { schoolId, id }: CaseRow, change: ChangeCaseRequest): Promise<void> {
    const set = Object.entries(columns).flatMap(([field, column]) => {
      const value = Object.entries(change).find(([name]) => name === field)?.[1] as unknown;
      return value === undefined ? [] : [{ column, value }];
    });
    if (set.length === 0) return;
    const assignments = set.map(({ column }, index) => `${column} = $${index + 4}`).join(', ');
    await tx.query(`UPDATE support_case SET ${assignments}, updated_at = $3 WHERE school_id = $1 AND id = $2`, [
      schoolId,
      id,
      this.clock.now(),
      ...set.map(({ value }) => value),
    ]);
  }
}

async function mustBeStaff(tx: Tx, schoolId: string, personId: string): Promise<void> {
  const [role] = await tx.query<unknown[]>('SELECT 1 FROM staff_role WHERE school_id = $1 AND person_id = $2 LIMIT 1', [
    schoolId,
    personId,
  ]);
  if (!role) {
    throw new InvalidInput([{ pointer: '/assigneeId', code: 'not_staff', detail: 'This person does not work there.' }]);
  }
}

async function isLossConfirmed(tx: Tx, { schoolId, caseId }: CasePlace, cardNumber: string): Promise<boolean> {
  const [step] = await tx.query<unknown[]>(
    `SELECT 1 FROM support_step
      WHERE school_id = $1 AND case_id = $2 AND kind = 'loss_confirmed' AND facts ->> 'cardNumber' = $3 LIMIT 1`,
    [schoolId, caseId, cardNumber],
  );
  return step !== undefined;
}

/** A case that turns out to be about another child must not go on naming the first one's card. */
async function forgetCardOfOthers(tx: Tx, { schoolId, caseId }: CasePlace): Promise<void> {
  await tx.query(
    `UPDATE support_case c SET card_id = NULL
      WHERE school_id = $1 AND id = $2
        AND NOT EXISTS (SELECT FROM card k WHERE k.school_id = c.school_id AND k.id = c.card_id AND k.pupil_id = c.pupil_id)`,
    [schoolId, caseId],
  );
}

/** What changed, for the case's own history. */
function factsOf(found: CaseRow, change: ChangeCaseRequest): Record<string, unknown> {
  const { assigneeId, topic, isUrgent, dueAt: due, pupilId } = change;
  return {
    ...(assigneeId !== undefined && assigneeId !== found.assigneeId && { assigneeId }),
    ...(topic !== undefined && topic !== found.topic && { topic }),
    ...(isUrgent !== undefined && isUrgent !== found.isUrgent && { isUrgent }),
    ...(due !== undefined && due.getTime() !== found.dueAt.getTime() && { dueAt: due }),
    ...(pupilId !== undefined && pupilId !== found.pupilId && { pupilId }),
  };
}
