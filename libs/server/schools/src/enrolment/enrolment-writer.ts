import { Injectable } from '@nestjs/common';
import { Clock, newId, type Tx } from '@kantinekortet/platform';
import { WalletsService } from '@kantinekortet/wallet';
import { recordPupilEvents, type PupilActor, type PupilEvent } from '../pupils/pupil-events.ts';
import type { KnownPupil } from '../roster/plan-roster.ts';
import type { RosterPupil } from '../roster/roster-file.ts';
import type { EnrolmentDecision, PupilUpdate } from './enrolment-decision.ts';
import { undoStepsOf, type UndoStep } from './undo-steps.ts';

// PostgreSQL decides which names are one class, as it does when pupils are put into it.
const addClasses = `
  INSERT INTO school_class (school_id, id, name)
  SELECT $1, id, name FROM unnest($2::uuid[], $3::text[]) AS wanted (id, name)
  ON CONFLICT (school_id, lower(name)) DO NOTHING`;

const addPupils = `
  INSERT INTO pupil (school_id, id, external_id, first_name, last_name, birth_date, class_id, class_name, wallet_id,
                     guardian_emails, created_at)
  SELECT $1, r.id, r.external_id, r.first_name, r.last_name, r.birth_date, c.id, c.name, r.wallet_id,
         coalesce(r.guardian_emails, '{}'), $3
    FROM jsonb_to_recordset($2) AS r (id uuid, external_id text, first_name text, last_name text, birth_date date,
                                      class_name text, wallet_id uuid, guardian_emails text[])
    JOIN school_class c ON c.school_id = $1 AND lower(c.name) = lower(r.class_name COLLATE "nb-x-icu")`;

const changePupils = `
  UPDATE pupil p
     SET external_id = r.external_id, first_name = r.first_name, last_name = r.last_name, birth_date = r.birth_date,
         class_id = c.id, class_name = c.name, guardian_emails = r.guardian_emails, status = r.status, left_at = r.left_at,
         left_for_good_at = r.left_for_good_at
    FROM jsonb_to_recordset($2) AS r (id uuid, external_id text, first_name text, last_name text, birth_date date,
                                      class_name text, guardian_emails text[], status text, left_at timestamptz,
                                      left_for_good_at timestamptz)
    JOIN school_class c ON c.school_id = $1 AND lower(c.name) = lower(r.class_name COLLATE "nb-x-icu")
   WHERE p.school_id = $1 AND p.id = r.id`;

/** How many are written by one statement: few enough that one hears how it goes, so many that it costs little. */
const partSize = 100;

interface Writing {
  readonly actor: PupilActor;
  /** Told with every event. */
  readonly facts?: PupilEvent['facts'];
  /** Hears how many more are written. */
  readonly onWritten?: ((count: number) => void) | undefined;
}

/** Writes what was decided about a school's pupils, a statement for each kind of change and a hundred of them. */
@Injectable()
export class EnrolmentWriter {
  private readonly wallets: WalletsService;
  private readonly clock: Clock;

  constructor(wallets: WalletsService, clock: Clock) {
    this.wallets = wallets;
    this.clock = clock;
  }

  /** The pupils of a school as a plan compares them, in a fixed order. No roster names staff: none makes them leave. */
  async pupils(tx: Tx, schoolId: string): Promise<KnownPupil[]> {
    return tx.query<KnownPupil[]>(
      `SELECT id, wallet_id AS "walletId", external_id AS "externalId", first_name AS "firstName",
              last_name AS "lastName", birth_date AS "birthDate", class_name AS "className", status,
              left_at AS "leftAt", left_for_good_at AS "leftForGoodAt", guardian_emails AS "guardianEmails"
         FROM pupil WHERE school_id = $1 AND kind = 'pupil' ORDER BY last_name, first_name, id`,
      [schoolId],
    );
  }

  /** Writes it all, some pupils at a time, and answers what would undo it. */
  async write(
    tx: Tx,
    schoolId: string,
    { created, updated, leaving }: EnrolmentDecision,
    { actor, facts = {}, onWritten = () => undefined }: Writing,
  ): Promise<UndoStep[]> {
    const now = this.clock.now();
    const tell = async (events: readonly PupilEvent[], count: number): Promise<void> => {
      const told = events.map((event) => ({ ...event, facts: { ...event.facts, ...facts } }));
      await recordPupilEvents(tx, { schoolId, actor, occurredAt: now }, told);
      onWritten(count);
    };
    // Locked first: a sale that holds one is finished, and the next one sees that the pupil has left.
    const nowLeft = updated.filter(({ known, standing }) => standing.status === 'left' && known.status !== 'left');
    await this.lock(tx, schoolId, [...leaving, ...nowLeft.map(({ known }) => known)]);
    await this.addClasses(tx, schoolId, [...created, ...updated.map(({ pupil }) => pupil)]);
    for (const part of inParts(leaving)) {
      await this.leave(tx, schoolId, part, now);
      await tell(
        part.map(({ id }) => ({ pupilId: id, kind: 'left' })),
        part.length,
      );
    }
    for (const part of inParts(updated)) {
      await this.change(tx, schoolId, part);
      await tell(part.flatMap(eventsOfChange), part.length);
    }
    const enrolled: string[] = [];
    for (const part of inParts(created)) {
      const ids = await this.create(tx, schoolId, part);
      await tell(
        ids.map((pupilId) => ({ pupilId, kind: 'enrolled' })),
        part.length,
      );
      enrolled.push(...ids);
    }
    return undoStepsOf({ enrolled, updated, leaving }, now);
  }

  private async lock(tx: Tx, schoolId: string, pupils: readonly KnownPupil[]): Promise<void> {
    if (pupils.length === 0) return;
    const walletIds = pupils.map(({ walletId }) => walletId);
    await this.wallets.lockAll(tx, schoolId, walletIds);
  }

  private async leave(tx: Tx, schoolId: string, leaving: readonly KnownPupil[], now: Date): Promise<void> {
    await tx.query(`UPDATE pupil SET status = 'left', left_at = $3 WHERE school_id = $1 AND id = ANY ($2::uuid[])`, [
      schoolId,
      leaving.map(({ id }) => id),
      now,
    ]);
  }

  private async addClasses(tx: Tx, schoolId: string, pupils: readonly RosterPupil[]): Promise<void> {
    const names = [...new Set(pupils.map(({ className }) => className))];
    await tx.query(addClasses, [schoolId, names.map(newId), names]);
  }

  private async change(tx: Tx, schoolId: string, updated: readonly PupilUpdate[]): Promise<void> {
    const rows = updated.map(({ known, pupil, standing: { status, leftAt, leftForGoodAt } }) => ({
      ...rowOf(pupil),
      ...{ id: known.id, status, left_at: leftAt, left_for_good_at: leftForGoodAt },
    }));
    await tx.query(changePupils, [schoolId, JSON.stringify(rows)]);
  }

  private async create(tx: Tx, schoolId: string, created: readonly RosterPupil[]): Promise<string[]> {
    const rows = created.map((pupil) => ({ id: newId(), wallet_id: newId(), ...rowOf(pupil) }));
    await tx.query('SELECT ledger_open_wallet($1, id) FROM unnest($2::uuid[]) id', [
      schoolId,
      rows.map((row) => row.wallet_id),
    ]);
    await tx.query(addPupils, [schoolId, JSON.stringify(rows), this.clock.now()]);
    return rows.map(({ id }) => id);
  }
}

function inParts<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / partSize);
  return Array.from({ length: count }, (_, index) => items.slice(index * partSize, (index + 1) * partSize));
}

function rowOf(pupil: RosterPupil): object {
  return {
    external_id: pupil.externalId,
    first_name: pupil.firstName,
    last_name: pupil.lastName,
    birth_date: pupil.birthDate,
    class_name: pupil.className,
    guardian_emails: pupil.guardianEmails,
  };
}

function eventsOfChange({ known: { id }, changes }: PupilUpdate): PupilEvent[] {
  const details = changes.map(({ field }) => field).filter((field) => field !== 'status' && field !== 'className');
  const events = changes.flatMap(({ field, from, to }): PupilEvent[] => {
    if (field === 'status') return [{ pupilId: id, kind: to === 'left' ? 'left' : 'enrolled_again' }];
    return field === 'className' ? [{ pupilId: id, kind: 'class_changed', facts: { from, to } }] : [];
  });
  return details.length === 0 ? events : [...events, { pupilId: id, kind: 'details_changed', facts: { details } }];
}
