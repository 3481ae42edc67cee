import { Injectable } from '@nestjs/common';
import { Clock, Mail, newId, type Language, type Tx } from '@kantinekortet/platform';
import { receiptLetter } from '../letters/support-letters.ts';
import { addMessage, lockCase } from './case-rows.ts';
import { dueAt, type CaseTopic } from './case-rules.ts';
import { caseActorOf, tellPupil } from './case-timeline.ts';
import { ThreadKeys } from './thread-keys.ts';

/** What somebody wrote, before it is a case. */
export interface NewCase {
  readonly schoolId: string;
  readonly topic: CaseTopic;
  readonly channel: 'form' | 'mail';
  readonly sender: {
    readonly personId: string | null;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
  };
  readonly message: string;
  /** Made by the sender, so that a form that is sent twice is one case. */
  readonly id?: string;
  readonly pupilId?: string | null;
  readonly cardId?: string | null;
  readonly toldChildName?: string | null;
  readonly toldCardNumber?: string | null;
  readonly isUrgent?: boolean;
  readonly isCardBlocked?: boolean;
  readonly mailId?: string;
}

export interface OpenedCase {
  readonly id: string;
  readonly number: number;
}

/** Every way into the inbox passes here: a number, a thread, the first message, and a receipt by mail at once. */
@Injectable()
export class OpenCaseService {
  private readonly keys: ThreadKeys;
  private readonly mail: Mail;
  private readonly clock: Clock;

  constructor(keys: ThreadKeys, mail: Mail, clock: Clock) {
    this.keys = keys;
    this.mail = mail;
    this.clock = clock;
  }

  async open(tx: Tx, asked: NewCase): Promise<OpenedCase> {
    const { schoolId, topic, sender, message, mailId } = asked;
    const id = asked.id ?? newId();
    const now = this.clock.now();
    const number = await nextNumber(tx, schoolId);
    await tx.query(
      `INSERT INTO support_case (school_id, id, number, topic, is_urgent, due_at, channel, sender_person_id, sender_name,
         sender_email, language, pupil_id, card_id, told_child_name, told_card_number, seq, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, $16, $16)`,
      [
        schoolId,
        id,
        number,
        topic,
        asked.isUrgent ?? false,
        dueAt(topic, now),
        asked.channel,
        sender.personId,
        sender.name,
        sender.email,
        sender.language,
        asked.pupilId ?? null,
        asked.cardId ?? null,
        asked.toldChildName ?? null,
        asked.toldCardNumber ?? null,
        now,
      ],
    );
    const place = { schoolId, caseId: id };
    await this.keys.remember(tx, place);
    if (sender.personId !== null) {
      await tx.query('INSERT INTO support_sender (person_id, school_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        sender.personId,
        schoolId,
      ]);
    }
    const first = { id: newId(), kind: 'question', authorId: null, body: message, createdAt: now } as const;
    const opened = await lockCase(tx, place);
    await addMessage(tx, opened, { ...first, ...(mailId !== undefined && { mailId }) });
    const { personId } = sender;
    const actor = personId === null ? caseActorOf(null) : ({ role: 'guardian', personId } as const);
    await tellPupil(tx, opened, { kind: 'case_opened', actor, occurredAt: now, facts: { about: topic } });
    const about = { number, topic, url: this.keys.urlOf(place), isCardBlocked: asked.isCardBlocked ?? false };
    await this.mail.queue(tx, {
      ...receiptLetter(sender.language, about),
      to: sender.email,
      replyTo: this.keys.addressOf(place),
    });
    return { id, number };
  }
}

async function nextNumber(tx: Tx, schoolId: string): Promise<number> {
  const [row] = await tx.query<{ number: number }[]>(
    `INSERT INTO support_case_number (school_id, last_number) VALUES ($1, 1)
     ON CONFLICT (school_id) DO UPDATE SET last_number = support_case_number.last_number + 1
     RETURNING last_number AS number`,
    [schoolId],
  );
  if (!row) throw new Error('A case got no number');
  return row.number;
}
