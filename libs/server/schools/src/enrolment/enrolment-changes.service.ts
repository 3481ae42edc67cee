import { Injectable } from '@nestjs/common';
import { Clock, Database, osloDay, type Tx } from '@kantinekortet/platform';
import { WalletsService } from '@kantinekortet/wallet';
import { PupilTies } from '../pupils/pupil-ties.ts';
import { EnrolmentWriter } from './enrolment-writer.ts';
import type { EnrolmentDecision } from './enrolment-decision.ts';
import type { ChangeUndo, KeptPupil, UndoResult, UndoState } from './enrolment.dto.ts';
import { LaterChangeApplied, NothingToUndo, UndoTooLate } from './enrolment.errors.ts';
import { planUndo, type Ties, type UndoPlan, type UndoStep } from './undo-steps.ts';

export type EnrolmentChangeKind = 'roster_import' | 'rollover';

/** Which change: a roster import or a rollover, by its id. */
export interface ChangeKey {
  readonly schoolId: string;
  readonly id: string;
  readonly kind: EnrolmentChangeKind;
}

/** What an undo did, as it is kept: without names. */
interface Undone extends Omit<UndoResult, 'kept'> {
  readonly keptIds: readonly string[];
}

interface ChangeRow {
  readonly appliedAt: Date;
  readonly steps: readonly UndoStep[] | null;
  readonly undone: Undone | null;
  readonly isLast: boolean;
}

const changeSql = `
  SELECT c.applied_at AS "appliedAt", c.undo_steps AS steps, c.undo_result AS undone,
         NOT EXISTS (SELECT FROM enrolment_change later
                      WHERE later.school_id = c.school_id AND later.number > c.number AND later.undone_at IS NULL) AS "isLast"
    FROM enrolment_change c WHERE c.school_id = $1 AND c.id = $2 AND c.kind = $3`;

/** What changes many pupils at once, and how that is undone until the day in Norway is over. */
@Injectable()
export class EnrolmentChanges {
  private readonly database: Database;
  private readonly writer: EnrolmentWriter;
  private readonly ties: PupilTies;
  private readonly wallets: WalletsService;
  private readonly clock: Clock;

  constructor(database: Database, writer: EnrolmentWriter, ties: PupilTies, wallets: WalletsService, clock: Clock) {
    this.database = database;
    this.writer = writer;
    this.ties = ties;
    this.wallets = wallets;
    this.clock = clock;
  }

  /** Writes a decision and keeps what undoes it. The caller holds `lockEnrolment`, and may hear how many are written. */
  async apply(
    tx: Tx,
    { schoolId, id, kind }: ChangeKey,
    decision: EnrolmentDecision,
    officePersonId: string,
    onWritten?: (count: number) => void,
  ): Promise<void> {
    const actor = { role: 'office', personId: officePersonId } as const;
    const steps = await this.writer.write(tx, schoolId, decision, { actor, onWritten });
    await tx.query(
      `INSERT INTO enrolment_change (school_id, id, kind, number, applied_by, applied_at, undo_steps)
       SELECT $1, $2, $3, count(*) + 1, $4, $5, $6 FROM enrolment_change WHERE school_id = $1`,
      [schoolId, id, kind, officePersonId, this.clock.now(), JSON.stringify(steps)],
    );
  }

  /** What undoing would do, or did; null when it was never applied. */
  async undoOf(key: ChangeKey): Promise<ChangeUndo | null> {
    return this.database.transaction(async (tx) => {
      const change = await readChange(tx, key);
      if (!change) return null;
      const state = this.stateOf(change);
      if (change.undone) return { state, result: await shown(tx, key.schoolId, change.undone) };
      if (state !== 'possible') return { state, result: null };
      return { state, result: await shown(tx, key.schoolId, outcomeOf(await this.plan(tx, key.schoolId, change))) };
    });
  }

  /**
   * Puts everything back that nobody has changed since. Again is the first answer. Throws NothingToUndo, UndoTooLate,
   * LaterChangeApplied.
   */
  async undo(key: ChangeKey, officePersonId: string): Promise<UndoResult> {
    const { schoolId, id } = key;
    return this.database.transaction(async (tx) => {
      await lockEnrolment(tx, schoolId);
      const change = await readChange(tx, key);
      if (!change) throw new NothingToUndo();
      if (change.undone) return shown(tx, schoolId, change.undone);
      const state = this.stateOf(change);
      if (state === 'later_change') throw new LaterChangeApplied();
      if (state !== 'possible') throw new UndoTooLate();
      await this.lockWallets(tx, schoolId, change);
      const plan = await this.plan(tx, schoolId, change);
      const actor = { role: 'office', personId: officePersonId } as const;
      await this.writer.write(tx, schoolId, plan, { actor, facts: { isUndo: true } });
      const undone = outcomeOf(plan);
      await tx.query(
        `UPDATE enrolment_change SET undo_steps = NULL, undone_by = $3, undone_at = $4, undo_result = $5
          WHERE school_id = $1 AND id = $2`,
        [schoolId, id, officePersonId, this.clock.now(), JSON.stringify(undone)],
      );
      return shown(tx, schoolId, undone);
    });
  }

  private stateOf({ appliedAt, undone, isLast, steps }: ChangeRow): UndoState {
    if (undone) return 'done';
    if (steps === null || osloDay(appliedAt) !== osloDay(this.clock.now())) return 'too_late';
    return isLast ? 'possible' : 'later_change';
  }

  /** So that no money comes to anyone between the plan and what it does. */
  private async lockWallets(tx: Tx, schoolId: string, { steps }: ChangeRow): Promise<void> {
    const wallets = await tx.query<{ id: string }[]>(
      'SELECT wallet_id AS id FROM pupil WHERE school_id = $1 AND id = ANY ($2::uuid[])',
      [schoolId, (steps ?? []).map(({ pupilId }) => pupilId)],
    );
    await this.wallets.lockAll(
      tx,
      schoolId,
      wallets.map(({ id }) => id),
    );
  }

  private async plan(tx: Tx, schoolId: string, { steps }: ChangeRow): Promise<UndoPlan> {
    const pupils = new Map((await this.writer.pupils(tx, schoolId)).map((pupil) => [pupil.id, pupil]));
    const concerned = (steps ?? []).flatMap(({ pupilId }) => pupils.get(pupilId) ?? []);
    const walletIds = concerned.map(({ walletId }) => walletId);
    const pupilIds = concerned.map(({ id }) => id);
    const used = await this.wallets.usedAmong(tx, schoolId, walletIds);
    const withCard = await this.ties.holders(tx, schoolId, pupilIds);
    const withGuardian = await tx.query<{ id: string }[]>(
      `SELECT DISTINCT pupil_id AS id FROM guardianship
        WHERE school_id = $1 AND pupil_id = ANY ($2::uuid[]) AND status IN ('pending', 'active')`,
      [schoolId, pupilIds],
    );
    const withMoney = concerned.filter(({ walletId }) => used.has(walletId));
    const withAny = new Set([...withCard, ...[...withGuardian, ...withMoney].map(({ id }) => id)]);
    const ties: Ties = { withCard, withAny };
    return planUndo(steps ?? [], pupils, ties);
  }
}

/** One change of a school's pupils at a time, until the transaction ends. */
export async function lockEnrolment(tx: Tx, schoolId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('roster/' || $1, 0))`, [schoolId]);
}

async function readChange(tx: Tx, { schoolId, id, kind }: ChangeKey): Promise<ChangeRow | undefined> {
  const [change] = await tx.query<ChangeRow[]>(changeSql, [schoolId, id, kind]);
  return change;
}

function outcomeOf({ leaving, updated, kept }: UndoPlan): Undone {
  const cameBack = updated.filter(({ known, standing }) => known.status === 'left' && standing.status === 'enrolled');
  const leftAgain = updated.filter(({ known, standing }) => known.status === 'enrolled' && standing.status === 'left');
  return {
    left: leaving.length + leftAgain.length,
    cameBack: cameBack.length,
    restored: updated.length - cameBack.length - leftAgain.length,
    keptIds: kept.map(({ id }) => id),
  };
}

async function shown(tx: Tx, schoolId: string, { keptIds, ...counts }: Undone): Promise<UndoResult> {
  const kept = await tx.query<KeptPupil[]>(
    `SELECT id AS "pupilId", name, class_name AS "className" FROM pupil
      WHERE school_id = $1 AND id = ANY ($2::uuid[]) ORDER BY class_name, last_name, first_name, id`,
    [schoolId, keptIds],
  );
  return { ...counts, kept };
}
