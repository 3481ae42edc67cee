import { Injectable } from '@nestjs/common';
import { Database } from '@kantinekortet/platform';
import { CaseNotFound } from '../support.errors.ts';
import type { CaseDto } from './case.dto.ts';

const caseSql = `
  SELECT c.id, c.number, c.topic, c.status, c.is_urgent AS "isUrgent", c.due_at AS "dueAt", c.assignee_id AS "assigneeId",
         assignee.name AS "assigneeName", c.channel, c.sender_person_id IS NOT NULL AS "isSenderKnown",
         c.sender_name AS "senderName", c.sender_email::text AS "senderEmail", c.pupil_id AS "pupilId",
         c.card_id AS "cardId", c.told_child_name AS "toldChildName", c.told_card_number AS "toldCardNumber", c.seq,
         c.created_at AS "createdAt"
    FROM support_case c LEFT JOIN person assignee ON assignee.id = c.assignee_id
   WHERE c.school_id = $1 AND c.id = $2`;

const messagesSql = `
  SELECT m.id, m.seq, m.kind, author.name AS "authorName", m.body, m.created_at AS "createdAt", m.sends_at AS "sendsAt"
    FROM support_message m LEFT JOIN person author ON author.id = m.author_id
   WHERE m.school_id = $1 AND m.case_id = $2 AND m.withdrawn_at IS NULL ORDER BY m.seq`;

const filesSql = `
  SELECT id, file_name AS "fileName", content_type AS "contentType", octet_length(bytes) AS "byteCount",
         message_id AS "messageId", author_id IS NULL AS "isFromSender", created_at AS "createdAt"
    FROM support_attachment WHERE school_id = $1 AND case_id = $2 ORDER BY created_at, id`;

const stepsSql = `
  SELECT s.id, s.kind, actor.name AS "actorName", s.occurred_at AS "occurredAt",
         s.facts || jsonb_strip_nulls(jsonb_build_object('assigneeName', assignee.name, 'pupilName', p.name)) AS facts
    FROM support_step s
    LEFT JOIN person actor ON actor.id = s.actor_id
    LEFT JOIN person assignee ON assignee.id = (s.facts ->> 'assigneeId')::uuid
    LEFT JOIN pupil p ON p.school_id = s.school_id AND p.id = (s.facts ->> 'pupilId')::uuid
   WHERE s.school_id = $1 AND s.case_id = $2 ORDER BY s.occurred_at, s.id`;

/** A case as the school's staff sees it. */
@Injectable()
export class CaseReader {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Throws CaseNotFound. */
  async get(schoolId: string, caseId: string): Promise<CaseDto> {
    const key = [schoolId, caseId];
    const [found] = await this.database.query<Omit<CaseDto, 'messages' | 'files' | 'steps'>>(caseSql, key);
    if (!found) throw new CaseNotFound();
    const [messages, files, steps] = await Promise.all([
      this.database.query<CaseDto['messages'][number]>(messagesSql, key),
      this.database.query<CaseDto['files'][number]>(filesSql, key),
      this.database.query<CaseDto['steps'][number]>(stepsSql, key),
    ]);
    return { ...found, messages, files, steps };
  }
}
