import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, Mail, Outbox, OutboxHandlers, type Tx } from '@kantinekortet/platform';
import { AttachmentsService } from '../attachments/attachments.service.ts';
import { addMessage, lockCase } from '../cases/case-rows.ts';
import type { CaseStatus } from '../cases/case-rules.ts';
import { CaseSteps } from '../cases/case-steps.ts';
import { caseActorOf, tellPupil } from '../cases/case-timeline.ts';
import { ThreadKeys, type CasePlace } from '../cases/thread-keys.ts';
import { replyLetter } from '../letters/support-letters.ts';
import { CaseMovedOn, MessageConflict, MessageNotFound, MessageSent } from '../support.errors.ts';
import type { CaseMessageRequest } from './case.dto.ts';

const replyTopic = 'support.reply';
/** How long an answer can be taken back. */
const undoMs = 10_000;

interface KnownMessage {
  readonly caseId: string;
  readonly kind: string;
  readonly authorId: string | null;
  readonly body: string;
  readonly isWithdrawn: boolean;
}

interface WithdrawableMessage {
  readonly from: CaseStatus | null;
  readonly to: CaseStatus | null;
  readonly sendsAt: Date | null;
  readonly isSent: boolean;
  readonly isWithdrawn: boolean;
}

interface SentReply extends CasePlace {
  readonly messageId: string;
}

/** What colleagues write in a case: answers, which leave after some seconds, and notes, which never leave. */
@Injectable()
export class CaseAnswersService implements OnModuleInit {
  private readonly database: Database;
  private readonly outbox: Outbox;
  private readonly handlers: OutboxHandlers;
  private readonly mail: Mail;
  private readonly keys: ThreadKeys;
  private readonly steps: CaseSteps;
  private readonly attachments: AttachmentsService;
  private readonly clock: Clock;

  constructor(
    database: Database,
    outbox: Outbox,
    handlers: OutboxHandlers,
    mail: Mail,
    keys: ThreadKeys,
    steps: CaseSteps,
    attachments: AttachmentsService,
    clock: Clock,
  ) {
    this.database = database;
    this.outbox = outbox;
    this.handlers = handlers;
    this.mail = mail;
    this.keys = keys;
    this.steps = steps;
    this.attachments = attachments;
    this.clock = clock;
  }

  onModuleInit(): void {
    this.handlers.on(replyTopic, (payload) => this.send(readReply(payload)));
  }

  /**
   * Writes in a case, with files that the caller has added to it. The same id again is the same message. Throws
   * CaseNotFound, CaseMovedOn when somebody wrote what the caller has not read (nothing is written then),
   * MessageConflict, FileNotFound.
   */
  async write(caller: PersonPrincipal, place: CasePlace, asked: CaseMessageRequest): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await lockCase(tx, place);
      if (await this.isRepeated(tx, caller, place, asked)) return;
      if (found.seq > asked.seenSeq) throw new CaseMovedOn(found.seq);
      const now = this.clock.now();
      const message = { id: asked.id, kind: asked.kind, authorId: caller.personId, body: asked.body, createdAt: now };
      if (asked.kind === 'note') await addMessage(tx, found, message);
      else {
        const sendsAt = new Date(now.getTime() + undoMs);
        const to = asked.status ?? found.status;
        const changes = to === found.status ? undefined : { from: found.status, to };
        await addMessage(tx, found, { ...message, sendsAt, changes });
        await this.outbox.add(tx, replyTopic, { ...place, messageId: asked.id }, { after: sendsAt });
      }
      await this.attachments.putInto(tx, place, message, asked.fileIds);
      if (asked.status !== undefined) await this.steps.changeStatus(tx, found, asked.status, caller.personId);
    });
  }

  /** Takes an answer back before it leaves, and what it made of the case. Throws MessageNotFound, MessageSent. */
  async takeBack(caller: PersonPrincipal, place: CasePlace, messageId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await lockCase(tx, place);
      const [message] = await tx.query<WithdrawableMessage[]>(
        `SELECT status_from AS "from", status_to AS "to", sends_at AS "sendsAt", sent_at IS NOT NULL AS "isSent", withdrawn_at IS NOT NULL AS "isWithdrawn"
           FROM support_message
          WHERE school_id = $1 AND case_id = $2 AND id = $3 AND author_id = $4`,
        [place.schoolId, place.caseId, messageId, caller.personId],
      );
      if (!message?.sendsAt) throw new MessageNotFound();
      if (message.isWithdrawn) return;
      const now = this.clock.now();
      if (message.isSent || message.sendsAt <= now) throw new MessageSent();
      await tx.query('UPDATE support_message SET withdrawn_at = $3 WHERE school_id = $1 AND id = $2', [
        place.schoolId,
        messageId,
        now,
      ]);
      await this.attachments.takeOut(tx, place, messageId);
      const { from, to } = message;
      if (from !== null && to !== null) await this.steps.restoreStatus(tx, found, { from, to }, caller.personId);
    });
  }

  private async isRepeated(
    tx: Tx,
    { personId }: PersonPrincipal,
    place: CasePlace,
    { id, kind, body, fileIds }: CaseMessageRequest,
  ): Promise<boolean> {
    const [known] = await tx.query<KnownMessage[]>(
      `SELECT case_id AS "caseId", kind, author_id AS "authorId", body, withdrawn_at IS NOT NULL AS "isWithdrawn"
         FROM support_message WHERE school_id = $1 AND id = $2`,
      [place.schoolId, id],
    );
    if (!known) return false;
    const isSame =
      known.caseId === place.caseId && known.kind === kind && known.authorId === personId && known.body === body;
    if (!isSame) throw new MessageConflict();
    if (known.isWithdrawn) return true;
    const held = await this.attachments.idsOf(tx, place, id);
    const asked = fileIds.map((fileId) => fileId.toLowerCase()).sort();
    if (held.join() !== asked.join()) throw new MessageConflict();
    return true;
  }

  /** Mails an answer once, unless it was taken back. The case's lock keeps taking back and leaving apart. */
  private async send({ messageId, ...place }: SentReply): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await lockCase(tx, place);
      const now = this.clock.now();
      const [[message]] = await tx.query<[{ body: string; authorId: string }[], number]>(
        `UPDATE support_message SET sent_at = $3
          WHERE school_id = $1 AND id = $2 AND withdrawn_at IS NULL AND sent_at IS NULL
         RETURNING body, author_id AS "authorId"`,
        [place.schoolId, messageId, now],
      );
      if (!message) return;
      await tellPupil(tx, found, { kind: 'case_answered', actor: caseActorOf(message.authorId), occurredAt: now });
      const fileCount = (await this.attachments.idsOf(tx, place, messageId)).length;
      const reply = { number: found.number, body: message.body, fileCount, url: this.keys.urlOf(place) };
      const replyTo = this.keys.addressOf(place);
      await this.mail.queue(tx, { ...replyLetter(found.language, reply), to: found.senderEmail, replyTo });
    });
  }
}

function readReply(payload: unknown): SentReply {
  if (!isReply(payload)) throw new TypeError('The queue holds a reply that is none');
  return payload;
}

function isReply(value: unknown): value is SentReply {
  return (
    typeof value === 'object' && value !== null && 'schoolId' in value && 'caseId' in value && 'messageId' in value
  );
}
