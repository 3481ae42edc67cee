import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Database, newId, OutboxHandlers, type Tx } from '@kantinekortet/platform';
import type { CasePlace } from './thread-keys.ts';

/** Topic of the outbox by which other modules tell what was done from a case. */
const stepTopic = 'support.case_step';

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
      await this.database.transaction((tx) => this.write(tx, step));
    });
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
