import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, type Tx } from '@kantinekortet/platform';
import { contentHash } from '@kantinekortet/wallet';
import { EnrolmentChanges, lockEnrolment } from '../enrolment/enrolment-changes.service.ts';
import { enrolledStanding, type EnrolmentDecision, type PupilUpdate } from '../enrolment/enrolment-decision.ts';
import { EnrolmentWriter } from '../enrolment/enrolment-writer.ts';
import type { UndoResult } from '../enrolment/enrolment.dto.ts';
import type { KnownPupil } from '../roster/plan-roster.ts';
import { SchoolsService } from '../schools/schools.service.ts';
import { proposeStep } from './next-class.ts';
import type { ApplyRolloverRequest, ClassDecision, Rollover, RolloverClass, RolloverResult } from './rollover.dto.ts';
import {
  AffectedCountDiffers,
  RolloverClassesUnusable,
  RolloverNotFound,
  RolloverPreviewOutdated,
} from './rollover.errors.ts';

type StoredRollover = Omit<Rollover, 'undo'> & { readonly digest: Buffer };

const columns = 'id, status, created_at AS "createdAt", classes, result, digest';
const previewLifetimeMs = 24 * 60 * 60 * 1000;

/** A new school year: what becomes of each class is shown first and done then, wholly or not at all. */
@Injectable()
export class RolloversService {
  private readonly database: Database;
  private readonly schools: SchoolsService;
  private readonly writer: EnrolmentWriter;
  private readonly changes: EnrolmentChanges;
  private readonly clock: Clock;

  constructor(
    database: Database,
    schools: SchoolsService,
    writer: EnrolmentWriter,
    changes: EnrolmentChanges,
    clock: Clock,
  ) {
    this.database = database;
    this.schools = schools;
    this.writer = writer;
    this.changes = changes;
    this.clock = clock;
  }

  /** Proposes a step for each class that has pupils. */
  async preview(schoolId: string, officePersonId: string): Promise<Rollover> {
    const withPupils = (await this.schools.classes(schoolId)).filter(({ pupilCount }) => pupilCount > 0);
    const names = withPupils.map(({ name }) => name);
    const classes = withPupils.map(({ id, name, pupilCount }): RolloverClass => {
      return { classId: id, name, pupilCount, ...proposeStep(name, names) };
    });
    const id = newId();
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const pupils = await this.writer.pupils(tx, schoolId);
      await tx.query(`DELETE FROM rollover WHERE school_id = $1 AND status = 'previewed' AND created_at < $2`, [
        schoolId,
        new Date(now.getTime() - previewLifetimeMs),
      ]);
      await tx.query(
        'INSERT INTO rollover (school_id, id, classes, digest, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
        [schoolId, id, JSON.stringify(classes), digestOf(pupils), officePersonId, now],
      );
    });
    return this.get(schoolId, id);
  }

  /** Throws RolloverNotFound. */
  async get(schoolId: string, id: string): Promise<Rollover> {
    const [stored] = await this.database.query<StoredRollover>(
      `SELECT ${columns} FROM rollover WHERE school_id = $1 AND id = $2`,
      [schoolId, id],
    );
    if (!stored) throw new RolloverNotFound();
    return this.withUndo(schoolId, stored);
  }

  /** Those that were applied, newest first. */
  async history(schoolId: string): Promise<Rollover[]> {
    const rows = await this.database.query<StoredRollover>(
      `SELECT ${columns} FROM rollover WHERE school_id = $1 AND status = 'applied' ORDER BY created_at DESC, id LIMIT 10`,
      [schoolId],
    );
    return Promise.all(rows.map((row) => this.withUndo(schoolId, row)));
  }

  /**
   * Moves and lets leave as the office decided about each class. Again is the first result. Throws RolloverNotFound,
   * RolloverPreviewOutdated, RolloverClassesUnusable, AffectedCountDiffers.
   */
  async apply(
    schoolId: string,
    id: string,
    { classes: decisions, affectedCount }: ApplyRolloverRequest,
    officePersonId: string,
  ): Promise<Rollover> {
    await this.database.transaction(async (tx) => {
      await lockEnrolment(tx, schoolId);
      const stored = await readRollover(tx, schoolId, id);
      if (stored.status === 'applied') return;
      const pupils = await this.writer.pupils(tx, schoolId);
      if (!digestOf(pupils).equals(stored.digest)) throw new RolloverPreviewOutdated();
      const classes = decided(stored.classes, decisions);
      const decision = decisionOf(classes, pupils);
      const { moved, left } = countsOf(classes);
      if (moved + left !== affectedCount) throw new AffectedCountDiffers(moved + left);
      await this.changes.apply(tx, { schoolId, id, kind: 'rollover' }, decision, officePersonId);
      await tx.query(
        `UPDATE rollover SET status = 'applied', classes = $3, result = $4 WHERE school_id = $1 AND id = $2`,
        [schoolId, id, JSON.stringify(classes), JSON.stringify(countsOf(classes))],
      );
    });
    return this.get(schoolId, id);
  }

  /** Puts back what a rollover did. Throws RolloverNotFound and what EnrolmentChanges.undo throws. */
  async undo(schoolId: string, id: string, officePersonId: string): Promise<UndoResult> {
    await this.get(schoolId, id);
    return this.changes.undo({ schoolId, id, kind: 'rollover' }, officePersonId);
  }

  private async withUndo(schoolId: string, { digest: _, ...rollover }: StoredRollover): Promise<Rollover> {
    return { ...rollover, undo: await this.changes.undoOf({ schoolId, id: rollover.id, kind: 'rollover' }) };
  }
}

async function readRollover(tx: Tx, schoolId: string, id: string): Promise<StoredRollover> {
  const [stored] = await tx.query<StoredRollover[]>(
    `SELECT ${columns} FROM rollover WHERE school_id = $1 AND id = $2`,
    [schoolId, id],
  );
  if (!stored) throw new RolloverNotFound();
  return stored;
}

/** The classes with the office's decisions; moving to the class one is in is staying. */
function decided(classes: readonly RolloverClass[], decisions: readonly ClassDecision[]): RolloverClass[] {
  const byClass = new Map(decisions.map((decision) => [decision.classId, decision]));
  const isWhole = byClass.size === decisions.length && decisions.length === classes.length;
  return classes.map((one): RolloverClass => {
    const decision = byClass.get(one.classId);
    if (!isWhole || !decision) throw new RolloverClassesUnusable();
    const { step, toName } = decision;
    const isMove = step === 'move' && toName !== undefined && toName.toLowerCase() !== one.name.toLowerCase();
    return isMove ? { ...one, step, toName } : { ...one, step: step === 'leave' ? 'leave' : 'stay', toName: null };
  });
}

function decisionOf(classes: readonly RolloverClass[], pupils: readonly KnownPupil[]): EnrolmentDecision {
  const classOf = new Map(classes.map((one) => [one.name, one]));
  const updated: PupilUpdate[] = [];
  const leaving: KnownPupil[] = [];
  for (const known of pupils.filter(({ status }) => status === 'enrolled')) {
    const { step, toName } = classOf.get(known.className) ?? {};
    if (step === 'leave') leaving.push(known);
    if (step !== 'move' || typeof toName !== 'string') continue;
    const pupil = { ...known, className: toName };
    const changes = [{ field: 'className', from: known.className, to: toName } as const];
    updated.push({ known, pupil, changes, standing: enrolledStanding });
  }
  return { created: [], updated, leaving };
}

function countsOf(classes: readonly RolloverClass[]): RolloverResult {
  const count = (wanted: RolloverClass['step']): number =>
    classes.filter(({ step }) => step === wanted).reduce((sum, { pupilCount }) => sum + pupilCount, 0);
  return { moved: count('move'), left: count('leave'), stayed: count('stay') };
}

/** Of who is in which class: what the preview showed. */
function digestOf(pupils: readonly KnownPupil[]): Buffer {
  const enrolled = pupils.filter(({ status }) => status === 'enrolled');
  return contentHash(enrolled.map(({ id, className }) => [id, className]));
}
