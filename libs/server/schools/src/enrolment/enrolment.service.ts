import { Injectable } from '@nestjs/common';
import { Clock, Database, InvalidInput, osloDay, type FieldProblem, type Tx } from '@kantinekortet/platform';
import { WalletsService } from '@kantinekortet/wallet';
import { recordPupilEvents, type PupilEvent, type PupilEventKind } from '../pupils/pupil-events.ts';
import { PupilNotFound } from '../pupils/pupils.errors.ts';
import { lockEnrolment } from './enrolment-changes.service.ts';
import type { PupilStanding } from './enrolment.dto.ts';
import { findDueLeave, findDuePupilIds, forgetPlannedLeave, planLeave } from './planned-leaves.ts';

/** The pupil, who in the office acts, and why. */
interface Step {
  readonly schoolId: string;
  readonly pupilId: string;
  readonly officePersonId: string;
  readonly reason?: string | undefined;
}

const standingSql = `
  SELECT p.status, p.left_at AS "leftAt", p.left_for_good_at AS "leftForGoodAt", l.last_day AS "lastDay"
    FROM pupil p LEFT JOIN planned_leave l ON l.school_id = p.school_id AND l.pupil_id = p.id
   WHERE p.school_id = $1 AND p.id = $2`;

/** A plan further ahead is a slip of the keys. */
const plannedAtMostMs = 366 * 24 * 60 * 60 * 1_000;

/** One pupil leaves, or comes back. */
@Injectable()
export class EnrolmentService {
  private readonly database: Database;
  private readonly wallets: WalletsService;
  private readonly clock: Clock;

  constructor(database: Database, wallets: WalletsService, clock: Clock) {
    this.database = database;
    this.wallets = wallets;
    this.clock = clock;
  }

  /**
   * From this moment no till sells to the pupil. The card ends the night after; until then coming back leaves no
   * trace but on the timeline. Again changes nothing. Throws PupilNotFound.
   */
  async leave(step: Step): Promise<PupilStanding> {
    return this.database.transaction((tx) =>
      this.change(tx, step, 'left', () => writeLeft(tx, step, this.clock.now())),
    );
  }

  /**
   * The pupil attends through `lastDay` (YYYY-MM-DD), and leaves in the night after; a plan before is replaced. Changes
   * nothing for one who has left. Throws PupilNotFound, InvalidInput.
   */
  async leaveAfter(step: Step, lastDay: string): Promise<PupilStanding> {
    const now = this.clock.now();
    if (lastDay < osloDay(now)) throw new InvalidInput([dayProblem('past', 'The last day is over.')]);
    if (lastDay > osloDay(new Date(now.getTime() + plannedAtMostMs))) {
      throw new InvalidInput([dayProblem('too_late', 'The last day is more than a year ahead.')]);
    }
    return this.database.transaction(async (tx) => {
      await lockEnrolment(tx, step.schoolId);
      const before = await readStanding(tx, step.schoolId, step.pupilId);
      if (before.status === 'left' || before.lastDay === lastDay) return before;
      await planLeave(tx, { ...step, lastDay });
      await this.record(tx, step, 'leave_planned', { lastDay });
      return { ...before, lastDay };
    });
  }

  /** Lets those leave whose planned last day is over. One that fails does not keep the others from it: `onError`. */
  async leaveAsPlanned(schoolId: string, onError: (error: unknown) => void): Promise<void> {
    const now = this.clock.now();
    for (const pupilId of await findDuePupilIds(this.database, schoolId, now)) {
      await this.database.transaction((tx) => this.leaveIfDue(tx, { schoolId, pupilId }, now)).catch(onError);
    }
  }

  /** The office may have moved the last day, or taken it back, since it was found to be over. */
  private async leaveIfDue(tx: Tx, pupil: Pick<Step, 'schoolId' | 'pupilId'>, now: Date): Promise<void> {
    await lockEnrolment(tx, pupil.schoolId);
    const due = await findDueLeave(tx, pupil, now);
    if (!due) return;
    const { officePersonId, reason, leftAt } = due;
    const step = { ...pupil, officePersonId, ...(reason !== null && { reason }) };
    await this.change(tx, step, 'left', () => writeLeft(tx, step, leftAt));
  }

  /**
   * The pupil attends again, with the wallet as it is; a card that has ended stays so. One who was to leave later stays.
   * Throws PupilNotFound.
   */
  async enrolAgain(step: Step): Promise<PupilStanding> {
    return this.database.transaction((tx) =>
      this.change(tx, step, 'enrolled', () =>
        tx.query(
          `UPDATE pupil SET status = 'enrolled', left_at = NULL, left_for_good_at = NULL WHERE school_id = $1 AND id = $2`,
          [step.schoolId, step.pupilId],
        ),
      ),
    );
  }

  private async change(
    tx: Tx,
    step: Step,
    status: PupilStanding['status'],
    write: () => Promise<unknown>,
  ): Promise<PupilStanding> {
    const { schoolId, pupilId } = step;
    await lockEnrolment(tx, schoolId);
    const [pupil] = await tx.query<{ walletId: string }[]>(
      'SELECT wallet_id AS "walletId" FROM pupil WHERE school_id = $1 AND id = $2',
      [schoolId, pupilId],
    );
    if (!pupil) throw new PupilNotFound();
    // A sale that holds the wallet is finished; the next one sees what is written here.
    await this.wallets.lock(tx, schoolId, pupil.walletId);
    const wasPlanned = await forgetPlannedLeave(tx, schoolId, pupilId);
    const before = await readStanding(tx, schoolId, pupilId);
    if (before.status === status) {
      if (wasPlanned && status === 'enrolled') await this.record(tx, step, 'leave_cancelled');
      return before;
    }
    await write();
    await this.record(tx, step, status === 'left' ? 'left' : 'enrolled_again');
    return readStanding(tx, schoolId, pupilId);
  }

  private async record(tx: Tx, step: Step, kind: PupilEventKind, facts: PupilEvent['facts'] = {}): Promise<void> {
    const { schoolId, pupilId, officePersonId, reason } = step;
    const actor = { role: 'office', personId: officePersonId } as const;
    const circumstances = { schoolId, actor, occurredAt: this.clock.now(), ...(reason && { reason }) };
    await recordPupilEvents(tx, circumstances, [{ pupilId, kind, facts }]);
  }
}

function writeLeft(tx: Tx, { schoolId, pupilId }: Step, leftAt: Date): Promise<unknown> {
  return tx.query(`UPDATE pupil SET status = 'left', left_at = $3 WHERE school_id = $1 AND id = $2`, [
    schoolId,
    pupilId,
    leftAt,
  ]);
}

function dayProblem(code: string, detail: string): FieldProblem {
  return { pointer: '/lastDay', code, detail };
}

async function readStanding(tx: Tx, schoolId: string, pupilId: string): Promise<PupilStanding> {
  const [standing] = await tx.query<PupilStanding[]>(standingSql, [schoolId, pupilId]);
  if (!standing) throw new PupilNotFound();
  return standing;
}
