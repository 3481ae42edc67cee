import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, type Tx } from '@kantinekortet/platform';
import { lockCase } from '../cases/case-rows.ts';
import { CaseSteps } from '../cases/case-steps.ts';
import { ThreadKeys, type CasePlace } from '../cases/thread-keys.ts';
import { FileNotFound, FileRefused, TooManyFiles } from '../support.errors.ts';
import { kindOfKept, maximumFiles, safeFileName, type FileKind } from './file-kind.ts';

export interface StoredFile {
  readonly fileName: string;
  readonly contentType: FileKind;
  readonly bytes: Buffer;
}

interface MessageOfAuthor {
  readonly id: string;
  readonly authorId: string;
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

  /**
   * Puts files that a colleague has added before into a message of that colleague's. Throws FileNotFound for another's
   * file, another case's, or one that went with a message before; none is put then.
   */
  async putInto(tx: Tx, place: CasePlace, message: MessageOfAuthor, fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const [, count] = await tx.query<[unknown[], number]>(
      `UPDATE support_attachment SET message_id = $3
        WHERE school_id = $1 AND case_id = $2 AND author_id = $4 AND message_id IS NULL AND id = ANY ($5::uuid[])`,
      [place.schoolId, place.caseId, message.id, message.authorId, fileIds],
    );
    if (count !== fileIds.length) throw new FileNotFound();
  }

  /** Takes its files out of a message that is taken back: they stay at the school, and can go with another one. */
  async takeOut(tx: Tx, { schoolId, caseId }: CasePlace, messageId: string): Promise<void> {
    await tx.query(
      'UPDATE support_attachment SET message_id = NULL WHERE school_id = $1 AND case_id = $2 AND message_id = $3',
      [schoolId, caseId, messageId],
    );
  }

  /** The ids of the files of a message. */
  async idsOf(tx: Tx, { schoolId, caseId }: CasePlace, messageId: string): Promise<string[]> {
    const files = await tx.query<{ id: string }[]>(
      'SELECT id FROM support_attachment WHERE school_id = $1 AND case_id = $2 AND message_id = $3 ORDER BY id',
      [schoolId, caseId, messageId],
    );
    return files.map(({ id }) => id);
  }

  /** What an answer brought, by the key of the link. Throws CaseNotFound, FileNotFound. */
  async getByKey(key: string, id: string): Promise<StoredFile> {
    return this.getReceived(await this.database.transaction((tx) => this.keys.find(tx, 'link', key)), id);
  }

  /** For the sender: a file of an answer that has left, and no other. Throws FileNotFound. */
  async getReceived(place: CasePlace, id: string): Promise<StoredFile> {
    const isReceived = await this.database.query(
      `SELECT 1 FROM support_attachment a
         JOIN support_message m ON m.school_id = a.school_id AND m.case_id = a.case_id AND m.id = a.message_id
        WHERE a.school_id = $1 AND a.case_id = $2 AND a.id = $3 AND m.kind = 'reply' AND m.sent_at IS NOT NULL`,
      [place.schoolId, place.caseId, id],
    );
    if (isReceived.length === 0) throw new FileNotFound();
    return this.get(place, id);
  }

  /** For a colleague: any file of the case. Throws FileNotFound. */
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
