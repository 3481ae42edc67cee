import type { Language, Tx } from '@kantinekortet/platform';
import { CaseNotFound } from '../support.errors.ts';
import type { CaseStatus, CaseTopic } from './case-rules.ts';
import type { CasePlace } from './thread-keys.ts';

/** A case under its lock. */
export interface CaseRow {
  readonly schoolId: string;
  readonly id: string;
  readonly number: number;
  readonly topic: CaseTopic;
  readonly status: CaseStatus;
  readonly isUrgent: boolean;
  readonly assigneeId: string | null;
  readonly dueAt: Date;
  readonly pupilId: string | null;
  readonly cardId: string | null;
  readonly createdAt: Date;
  readonly senderName: string;
  readonly senderEmail: string;
  readonly language: Language;
  readonly seq: number;
}

export type MessageKind = 'question' | 'reply' | 'note';

export interface NewMessage {
  readonly id: string;
  readonly kind: MessageKind;
  readonly authorId: string | null;
  readonly body: string;
  readonly createdAt: Date;
  readonly sendsAt?: Date;
  readonly mailId?: string;
  /** What it makes of the case, when it makes something else of it. */
  readonly changes?: { readonly from: CaseStatus; readonly to: CaseStatus } | undefined;
}

/** Locks a case, so that what is written in it comes in one order. Throws CaseNotFound. */
export async function lockCase(tx: Tx, { schoolId, caseId }: CasePlace): Promise<CaseRow> {
  const [row] = await tx.query<CaseRow[]>(
    `SELECT school_id AS "schoolId", id, number, topic, status, is_urgent AS "isUrgent", assignee_id AS "assigneeId",
            due_at AS "dueAt", pupil_id AS "pupilId", card_id AS "cardId", created_at AS "createdAt", sender_name AS "senderName", sender_email::text AS "senderEmail", language, seq
       FROM support_case WHERE school_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    [schoolId, caseId],
  );
  if (!row) throw new CaseNotFound();
  return row;
}

/** Writes the next message of a locked case; answers its number. */
export async function addMessage(tx: Tx, { schoolId, id: caseId, seq }: CaseRow, message: NewMessage): Promise<number> {
  const next = seq + 1;
  const { id, kind, authorId, body, createdAt, sendsAt = null, mailId = null, changes } = message;
  await tx.query(
    `INSERT INTO support_message (school_id, case_id, seq, id, kind, author_id, body, created_at, sends_at, mail_id, status_from, status_to)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[schoolId, caseId, next, id, kind, authorId, body, createdAt, sendsAt, mailId],
      ...[changes?.from ?? null, changes?.to ?? null],
    ],
  );
  await tx.query('UPDATE support_case SET seq = $3, updated_at = $4 WHERE school_id = $1 AND id = $2', [
    schoolId,
    caseId,
    next,
    createdAt,
  ]);
  return next;
}
