import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Database, newId, OutboxHandlers, type Tx } from '@kantinekortet/platform';
import type { CaseRow } from './case-rows.ts';
import type { CaseStatus } from './case-rules.ts';
import { caseActorOf, tellPupil } from './case-timeline.ts';
import type { CasePlace } from './thread-keys.ts';

/** Topic of the outbox by which other modules tell what was done from a case. */
const stepTopic = 'support.case_step';

/** After these the reported card is of no use to anybody. */
const endsHurry: ReadonlySet<string> = new Set(['card_blocked', 'card_replaced']);

export interface CaseStep extends CasePlace {
  readonly id: string;
  readonly kind: string;
  /** Null when the sender did it. */
  readonly actorId: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What was done with a case, and from it to cards and money. */
@Injectable()
export class CaseSteps implements OnModuleInit {
  private readonly handlers: OutboxHandlers;
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(handlers: OutboxHandlers, database: Database, clock: Clock) {
    this.handlers = handlers;
    this.database = database;
    this.clock = clock;
  }

  onModuleInit(): void {
    this.handlers.on(stepTopic, async (payload) => {
      const step = readStep(payload);
      await this.database.transaction(async (tx) => {
        await this.write(tx, step);
        if (endsHurry.has(step.kind)) await this.endHurry(tx, step);
      });
    });
  }

  /** Moves a locked case to a status and tells it; the same status is no step. */
  async changeStatus(tx: Tx, found: CaseRow, status: CaseStatus, actorId: string | null): Promise<void> {
    if (found.status !== status) await this.move(tx, found, status, actorId);
  }

  /** Takes a change back that nobody has followed: the case is as it was before, whatever that was. */
  async restoreStatus(
    tx: Tx,
    found: CaseRow,
    { from, to }: { readonly from: CaseStatus; readonly to: CaseStatus },
    actorId: string,
  ): Promise<void> {
    if (found.status === to) await this.move(tx, found, from, actorId);
  }

  private async move(tx: Tx, found: CaseRow, status: CaseStatus, actorId: string | null): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `UPDATE support_case SET status = $3, updated_at = $4, closed_at = CASE WHEN $3 = 'closed' THEN $4::timestamptz END
        WHERE school_id = $1 AND id = $2`,
      [found.schoolId, found.id, status, now],
    );
    const place = { schoolId: found.schoolId, caseId: found.id };
    await this.record(tx, { ...place, kind: 'status_changed', actorId, facts: { status } });
    await tellPupil(tx, found, { kind: `case_${status}`, actor: caseActorOf(actorId), occurredAt: now });
  }

  /** A lost card that cannot be used any more can wait for its turn. */
  private async endHurry(tx: Tx, { schoolId, caseId }: CasePlace): Promise<void> {
    await tx.query(
      `UPDATE support_case SET is_urgent = false WHERE school_id = $1 AND id = $2 AND topic = 'lost_card' AND is_urgent`,
      [schoolId, caseId],
    );
  }

  async record(tx: Tx, step: Omit<CaseStep, 'id'>): Promise<void> {
    await this.write(tx, { ...step, id: newId() });
  }

  /** Once for each id, and only in a case that is there: whoever named another one has told nothing. */
  private async write(tx: Tx, { schoolId, caseId, id, kind, actorId, facts }: CaseStep): Promise<void> {
    await tx.query(
      `INSERT INTO support_step (school_id, case_id, id, kind, actor_id, facts, occurred_at)
       SELECT school_id, id, $3, $4, $5, $6, $7 FROM support_case WHERE school_id = $1 AND id = $2
       ON CONFLICT DO NOTHING`,
      [schoolId, caseId, id, kind, actorId, JSON.stringify(facts), this.clock.now()],
    );
  }
}

function readStep(payload: unknown): CaseStep {
  if (!isStep(payload)) throw new TypeError('The queue holds a case step that is none');
  return payload;
}

function isStep(value: unknown): value is CaseStep {
  return (
    typeof value === 'object' && value !== null && ['schoolId', 'caseId', 'id', 'kind'].every((key) => key in value)
  );
}
