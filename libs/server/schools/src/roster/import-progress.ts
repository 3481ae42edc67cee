import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@kantinekortet/platform';
import type { RosterProgress } from './roster.dto.ts';
import { RosterImportNotFound } from './roster.errors.ts';

const tellSql = `
  UPDATE roster_import SET written_count = $3, write_count = $4
   WHERE school_id = $1 AND id = $2 AND status = 'previewed'`;

/** How far an import has come, told while its transaction shows nothing of itself yet. */
@Injectable()
export class ImportProgress {
  private readonly logger = new Logger(ImportProgress.name);
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Throws RosterImportNotFound. */
  async of(schoolId: string, id: string): Promise<RosterProgress> {
    const [progress] = await this.database.query<RosterProgress>(
      `SELECT written_count AS written, write_count AS total FROM roster_import WHERE school_id = $1 AND id = $2`,
      [schoolId, id],
    );
    if (!progress) throw new RosterImportNotFound();
    return progress;
  }

  /** The progress of one import, from nothing. */
  async begin(schoolId: string, id: string): Promise<Telling> {
    await this.database.query(tellSql, [schoolId, id, 0, null]);
    return new Telling(async (written, total) => {
      try {
        await this.database.query(tellSql, [schoolId, id, written, total]);
      } catch (error) {
        // The import itself goes on: nothing hangs on what is told about it.
        this.logger.warn({ schoolId, id, err: error }, 'The progress of an import could not be told');
      }
    });
  }
}

/**
 * Tells by another connection than the import's, one message at a time and the newest figure only. The import never waits
 * for it: when all connections are taken by imports, they would wait for each other.
 */
export class Telling {
  private readonly tell: (written: number, total: number) => Promise<void>;
  private written = 0;
  private total = 0;
  private underWay: Promise<void> | undefined;

  constructor(tell: (written: number, total: number) => Promise<void>) {
    this.tell = tell;
  }

  /** A try of the import begins; after a deadlock it is not the first. */
  start(total: number): void {
    this.total = total;
    this.written = 0;
    this.underWay ??= this.tellNewest();
  }

  add(count: number): void {
    this.written += count;
    this.underWay ??= this.tellNewest();
  }

  /** Until nothing is under way. */
  async end(): Promise<void> {
    await this.underWay;
  }

  private async tellNewest(): Promise<void> {
    let told: number;
    do {
      told = this.written;
      await this.tell(told, this.total);
    } while (told !== this.written);
    this.underWay = undefined;
  }
}
