import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, type Tx } from '@kantinekortet/platform';
import { lockCase } from '../cases/case-rows.ts';
import { CaseSteps } from '../cases/case-steps.ts';
import { ThreadKeys, type CasePlace } from '../cases/thread-keys.ts';
import { FileNotFound, FileRefused, TooManyFiles } from '../support.errors.ts';
import { kindOfKept, safeFileName, type FileKind } from './file-kind.ts';

/** Of a case. */
export const maximumFiles = 20;

export interface StoredFile {
  readonly fileName: string;
  readonly contentType: FileKind;
  readonly bytes: Buffer;
}

/** Pictures and PDFs that belong to a case. */
@Injectable()
export class AttachmentsService {
  private readonly database: Database;
  private readonly keys: ThreadKeys;
  private readonly steps: CaseSteps;
  private readonly clock: Clock;

  constructor(database: Database, keys: ThreadKeys, steps: CaseSteps, clock: Clock) {
    this.database = database;
    this.keys = keys;
    this.steps = steps;
    this.clock = clock;
  }

  /** Keeps a colleague's file; its kind is told by its bytes. Throws CaseNotFound, FileRefused, TooManyFiles. */
  async add(place: CasePlace, authorId: string, name: string, bytes: Uint8Array): Promise<{ id: string }> {
    return this.database.transaction((tx) => this.addWithin(tx, place, authorId, name, bytes));
  }

  /** From the sender, signed in. Throws as `add` does. */
  async addOwn(place: CasePlace, name: string, bytes: Uint8Array): Promise<{ id: string }> {
    return this.database.transaction((tx) => this.addFromSender(tx, place, name, bytes));
  }

  /** From the sender, by the key of the link. Throws as `add` does. */
  async addByKey(key: string, name: string, bytes: Uint8Array): Promise<{ id: string }> {
    return this.database.transaction(async (tx) =>
      this.addFromSender(tx, await this.keys.find(tx, 'link', key), name, bytes),
    );
  }

  /** A file is an answer: it gives the case back to the school, as words do. */
  private async addFromSender(tx: Tx, place: CasePlace, name: string, bytes: Uint8Array): Promise<{ id: string }> {
    const found = await lockCase(tx, place);
    const stored = await this.addWithin(tx, place, null, name, bytes);
    await this.steps.changeStatus(tx, found, 'open', null);
    return stored;
  }

  /** The same, within a transaction that does more. */
  async addWithin(
    tx: Tx,
    place: CasePlace,
    authorId: string | null,
    name: string,
    bytes: Uint8Array,
  ): Promise<{ id: string }> {
    const contentType = kindOfKept(bytes);
    if (contentType === undefined) throw new FileRefused();
    await lockCase(tx, place);
    if ((await this.room(tx, place)) < 1) throw new TooManyFiles();
    const id = newId();
    await tx.query(
      `INSERT INTO support_attachment (school_id, case_id, id, file_name, content_type, bytes, author_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [place.schoolId, place.caseId, id, safeFileName(name), contentType, bytes, authorId, this.clock.now()],
    );
    return { id };
  }

  /** How many files more a locked case can have. */
  async room(tx: Tx, { schoolId, caseId }: CasePlace): Promise<number> {
    const [held] = await tx.query<{ count: number }[]>(
      'SELECT count(*) AS count FROM support_attachment WHERE school_id = $1 AND case_id = $2',
      [schoolId, caseId],
    );
    return maximumFiles - (held?.count ?? 0);
  }

  /** Throws FileNotFound. */
  async get({ schoolId, caseId }: CasePlace, id: string): Promise<StoredFile> {
    const [file] = await this.database.query<StoredFile>(
      `SELECT file_name AS "fileName", content_type AS "contentType", bytes FROM support_attachment
        WHERE school_id = $1 AND case_id = $2 AND id = $3`,
      [schoolId, caseId, id],
    );
    if (!file) throw new FileNotFound();
    return file;
  }
}
