import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, osloDay, type Tx } from '@kantinekortet/platform';
import { contentHash } from '@kantinekortet/wallet';
import { EnrolmentChanges, lockEnrolment } from '../enrolment/enrolment-changes.service.ts';
import { EnrolmentWriter } from '../enrolment/enrolment-writer.ts';
import type { UndoResult } from '../enrolment/enrolment.dto.ts';
import { decideRoster } from './decide-roster.ts';
import { ImportProgress, type Telling } from './import-progress.ts';
import { parseRoster } from './parse-roster.ts';
import { planRoster } from './plan-roster.ts';
import type { RosterFile } from './roster-file.ts';
import { previewOf, withoutPeople } from './roster-preview.ts';
import type { AppliedImport, ApplyRosterRequest, RosterPreview, RosterResult } from './roster.dto.ts';
import { RosterImportNotFound, RosterPreviewOutdated } from './roster.errors.ts';

interface Upload {
  readonly schoolId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly officePersonId: string;
}

interface Previewed {
  readonly status: 'previewed';
  readonly preview: RosterPreview;
  readonly file: RosterFile;
  readonly planDigest: Buffer;
  readonly result: null;
}

interface Applied {
  readonly status: 'applied';
  readonly preview: RosterPreview;
  readonly result: RosterResult;
}

const previewLifetimeMs = 24 * 60 * 60 * 1000;

/** A school's roster: a file is shown first and applied then, wholly or not at all. */
@Injectable()
export class RosterService {
  private readonly database: Database;
  private readonly writer: EnrolmentWriter;
  private readonly changes: EnrolmentChanges;
  private readonly progress: ImportProgress;
  private readonly clock: Clock;

  constructor(
    database: Database,
    writer: EnrolmentWriter,
    changes: EnrolmentChanges,
    progress: ImportProgress,
    clock: Clock,
  ) {
    this.database = database;
    this.writer = writer;
    this.changes = changes;
    this.progress = progress;
    this.clock = clock;
  }

  /** Reads a file and says what it would do. Throws RosterUnreadable, RosterColumnsUnusable. */
  async preview({ schoolId, fileName, bytes, officePersonId }: Upload): Promise<RosterPreview> {
    const now = this.clock.now();
    const file = parseRoster(bytes, osloDay(now));
    return this.database.transaction(async (tx) => {
      const plan = planRoster(file, await this.writer.pupils(tx, schoolId));
      const preview = previewOf({ id: newId(), fileName }, file, plan);
      await tx.query(`DELETE FROM roster_import WHERE school_id = $1 AND status = 'previewed' AND created_at < $2`, [
        schoolId,
        new Date(now.getTime() - previewLifetimeMs),
      ]);
      await tx.query(
        `INSERT INTO roster_import (school_id, id, file_name, file, preview, plan_digest, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          schoolId,
          preview.id,
          fileName,
          JSON.stringify(file),
          JSON.stringify(preview),
          contentHash(plan),
          officePersonId,
          now,
        ],
      );
      return preview;
    });
  }

  /** What was shown; of an applied import what it did. Throws RosterImportNotFound. */
  async get(schoolId: string, id: string): Promise<RosterPreview> {
    const [stored] = await this.database.query<Previewed | Applied>(storedSql, [schoolId, id]);
    if (!stored) throw new RosterImportNotFound();
    const undo = await this.changes.undoOf({ schoolId, id, kind: 'roster_import' });
    return { ...stored.preview, result: stored.result, undo };
  }

  /** The imports that were applied, newest first: at most a hundred. */
  async history(schoolId: string): Promise<AppliedImport[]> {
    return this.database.query<AppliedImport>(historySql, [schoolId]);
  }

  /** Puts back what an import did. Throws RosterImportNotFound and what EnrolmentChanges.undo throws. */
  async undo(schoolId: string, id: string, officePersonId: string): Promise<UndoResult> {
    const [stored] = await this.database.query<Previewed | Applied>(storedSql, [schoolId, id]);
    if (!stored) throw new RosterImportNotFound();
    return this.changes.undo({ schoolId, id, kind: 'roster_import' }, officePersonId);
  }

  /**
   * Does exactly what the preview showed, with the office's answers. Again is the first result. Throws
   * RosterImportNotFound, RosterPreviewOutdated when it would no longer do the same, RosterMatchUnusable and
   * LeavingCountNeeded.
   */
  async apply(
    schoolId: string,
    id: string,
    answers: ApplyRosterRequest,
    officePersonId: string,
  ): Promise<RosterResult> {
    const telling = await this.progress.begin(schoolId, id);
    try {
      return await this.database.transaction((tx) =>
        this.applyWithin(tx, { schoolId, id }, answers, officePersonId, telling),
      );
    } finally {
      await telling.end();
    }
  }

  private async applyWithin(
    tx: Tx,
    { schoolId, id }: { readonly schoolId: string; readonly id: string },
    answers: ApplyRosterRequest,
    officePersonId: string,
    telling: Telling,
  ): Promise<RosterResult> {
    await lockEnrolment(tx, schoolId);
    const [stored] = await tx.query<(Previewed | Applied)[]>(storedSql, [schoolId, id]);
    if (!stored) throw new RosterImportNotFound();
    if (stored.status === 'applied') return stored.result;
    const { file, preview, planDigest } = stored;
    const pupils = await this.writer.pupils(tx, schoolId);
    const plan = planRoster(file, pupils);
    if (!contentHash(plan).equals(planDigest)) throw new RosterPreviewOutdated();
    const decision = decideRoster(file, plan, pupils, answers);
    telling.start(decision.created.length + decision.updated.length + decision.leaving.length);
    const key = { schoolId, id, kind: 'roster_import' } as const;
    await this.changes.apply(tx, key, decision, officePersonId, (count) => telling.add(count));
    const result: RosterResult = {
      created: decision.created.length,
      changed: decision.updated.length,
      left: decision.leaving.length,
      unchanged: decision.unchangedCount,
      skipped: decision.skippedCount,
    };
    await tx.query(
      `UPDATE roster_import
            SET status = 'applied', file = NULL, preview = $3, result = $4, applied_by = $5, applied_at = $6
          WHERE school_id = $1 AND id = $2`,
      [schoolId, id, JSON.stringify(withoutPeople(preview)), JSON.stringify(result), officePersonId, this.clock.now()],
    );
    return result;
  }
}

const storedSql = `
  SELECT status, preview, file, plan_digest AS "planDigest", result FROM roster_import WHERE school_id = $1 AND id = $2`;

const historySql = `
  SELECT i.id, i.file_name AS "fileName", i.applied_at AS "appliedAt", person.name AS "appliedBy", i.result,
         c.undone_at AS "undoneAt"
    FROM roster_import i
    LEFT JOIN enrolment_change c ON c.school_id = i.school_id AND c.id = i.id
    LEFT JOIN person ON person.id = i.applied_by
   WHERE i.school_id = $1 AND i.status = 'applied'
   ORDER BY i.applied_at DESC, i.id DESC LIMIT 100`;
