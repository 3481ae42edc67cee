import { Injectable } from '@nestjs/common';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, type Tx } from '@kantinekortet/platform';
import { addMessage, lockCase } from '../cases/case-rows.ts';
import { CaseSteps } from '../cases/case-steps.ts';
import { ThreadKeys, type CasePlace } from '../cases/thread-keys.ts';
import { CaseNotFound, MessageConflict } from '../support.errors.ts';
import { ContactThrottle } from './contact-throttle.ts';
import type { OwnCaseDto, ThreadDto, ThreadFileDto, ThreadMessageDto } from './contact.dto.ts';

const caseColumns = `
  c.id, c.number, c.topic, c.status, s.name AS "schoolName", c.created_at AS "createdAt", c.updated_at AS "updatedAt"`;

interface Answer {
  readonly id: string;
  readonly body: string;
  readonly mailId?: string;
}

/** A case as its sender reads it and writes on. */
@Injectable()
export class ThreadsService {
  private readonly database: Database;
  private readonly keys: ThreadKeys;
  private readonly steps: CaseSteps;
  private readonly throttle: ContactThrottle;
  private readonly clock: Clock;

  constructor(database: Database, keys: ThreadKeys, steps: CaseSteps, throttle: ContactThrottle, clock: Clock) {
    this.database = database;
    this.keys = keys;
    this.steps = steps;
    this.throttle = throttle;
    this.clock = clock;
  }

  /** By the key of the link in a mail. Throws CaseNotFound. */
  async show(key: string): Promise<ThreadDto> {
    return this.database.transaction(async (tx) => this.read(tx, await this.keys.find(tx, 'link', key)));
  }

  /** The same id again is the same message. Throws CaseNotFound, MessageConflict, TooManyRequests. */
  async writeByKey(key: string, answer: Answer, address: string): Promise<ThreadDto> {
    const place = await this.database.transaction((tx) => this.keys.find(tx, 'link', key));
    return this.answer(place, answer, address);
  }

  /** The cases of a guardian, at every school, newest first. */
  async ofPerson({ personId }: PersonPrincipal): Promise<OwnCaseDto[]> {
    return this.database.query<OwnCaseDto>(
      `SELECT ${caseColumns}
         FROM support_sender d
         JOIN support_case c ON c.school_id = d.school_id AND c.sender_person_id = d.person_id
         JOIN school s ON s.id = c.school_id
        WHERE d.person_id = $1 ORDER BY c.updated_at DESC, c.id DESC LIMIT 100`,
      [personId],
    );
  }

  /** Throws CaseNotFound for another's case. */
  async showOwn(caller: PersonPrincipal, caseId: string): Promise<ThreadDto> {
    const place = await this.ownPlace(caller, caseId);
    return this.database.transaction((tx) => this.read(tx, place));
  }

  /** Throws CaseNotFound, MessageConflict, TooManyRequests. */
  async writeOwn(caller: PersonPrincipal, caseId: string, answer: Answer, address: string): Promise<ThreadDto> {
    return this.answer(await this.ownPlace(caller, caseId), answer, address);
  }

  /** Where a case of the caller's own is. Throws CaseNotFound for another's. */
  async ownPlace({ personId }: PersonPrincipal, caseId: string): Promise<CasePlace> {
    const [place] = await this.database.query<CasePlace>(
      `SELECT c.school_id AS "schoolId", c.id AS "caseId"
         FROM support_sender d
         JOIN support_case c ON c.school_id = d.school_id AND c.sender_person_id = d.person_id
        WHERE d.person_id = $1 AND c.id = $2`,
      [personId, caseId],
    );
    if (!place) throw new CaseNotFound();
    return place;
  }

  /** Adds what the sender wrote to a case, and gives the case back to the school. */
  async add(tx: Tx, place: CasePlace, { id, body, mailId }: Answer): Promise<void> {
    const found = await lockCase(tx, place);
    const [known] = await tx.query<{ caseId: string; body: string; kind: string }[]>(
      'SELECT case_id AS "caseId", body, kind FROM support_message WHERE school_id = $1 AND id = $2',
      [place.schoolId, id],
    );
    if (known) {
      if (known.caseId !== place.caseId || known.body !== body || known.kind !== 'question')
        throw new MessageConflict();
      return;
    }
    const createdAt = this.clock.now();
    const message = { id, kind: 'question', authorId: null, body, createdAt } as const;
    await addMessage(tx, found, { ...message, ...(mailId !== undefined && { mailId }) });
    await this.steps.changeStatus(tx, found, 'open', null);
  }

  private async answer(place: CasePlace, answer: Answer, address: string): Promise<ThreadDto> {
    const [sender] = await this.database.query<{ email: string }>(
      'SELECT sender_email::text AS email FROM support_case WHERE school_id = $1 AND id = $2',
      [place.schoolId, place.caseId],
    );
    if (!sender) throw new CaseNotFound();
    await this.throttle.count(sender.email, address);
    return this.database.transaction(async (tx) => {
      await this.add(tx, place, answer);
      return this.read(tx, place);
    });
  }

  private async read(tx: Tx, { schoolId, caseId }: CasePlace): Promise<ThreadDto> {
    const [found] = await tx.query<OwnCaseDto[]>(
      `SELECT ${caseColumns} FROM support_case c JOIN school s ON s.id = c.school_id
        WHERE c.school_id = $1 AND c.id = $2`,
      [schoolId, caseId],
    );
    if (!found) throw new CaseNotFound();
    const messages = await tx.query<ThreadMessageDto[]>(
      `SELECT id, kind = 'question' AS "isOwn", body, created_at AS "createdAt" FROM support_message
        WHERE school_id = $1 AND case_id = $2 AND withdrawn_at IS NULL
          AND (kind = 'question' OR kind = 'reply' AND sends_at <= $3)
        ORDER BY seq`,
      [schoolId, caseId, this.clock.now()],
    );
    const files = await tx.query<ThreadFileDto[]>(
      `SELECT a.id, a.file_name AS "fileName", a.message_id AS "messageId", a.created_at AS "createdAt"
         FROM support_attachment a
         LEFT JOIN support_message m ON m.school_id = a.school_id AND m.case_id = a.case_id AND m.id = a.message_id
        WHERE a.school_id = $1 AND a.case_id = $2
          AND (a.author_id IS NULL OR m.kind = 'reply' AND m.sent_at IS NOT NULL)
        ORDER BY a.created_at, a.id`,
      [schoolId, caseId],
    );
    return { ...found, messages, files };
  }
}
