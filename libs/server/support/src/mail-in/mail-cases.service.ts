import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@kantinekortet/platform';
import { createHash } from 'node:crypto';
import { AttachmentsService } from '../attachments/attachments.service.ts';
import { kindOfKept, maximumFiles } from '../attachments/file-kind.ts';
import { lockCase } from '../cases/case-rows.ts';
import { CaseSteps } from '../cases/case-steps.ts';
import { OpenCaseService, type NewCase } from '../cases/open-case.service.ts';
import type { CasePlace } from '../cases/thread-keys.ts';
import { ThreadsService } from '../contact/threads.service.ts';
import type { ReceivedMail, MailFile } from './read-mail.ts';
import { bodyOf } from './mail-body.ts';

/** Writes mails into cases, each mail once in a case. */
@Injectable()
export class MailCases {
  private readonly cases: OpenCaseService;
  private readonly threads: ThreadsService;
  private readonly attachments: AttachmentsService;
  private readonly steps: CaseSteps;

  constructor(cases: OpenCaseService, threads: ThreadsService, attachments: AttachmentsService, steps: CaseSteps) {
    this.cases = cases;
    this.threads = threads;
    this.attachments = attachments;
    this.steps = steps;
  }

  /** Adds a mail to the case that it answers. Whoever has the address may write; another sender is told of in the case. */
  async answer(tx: Tx, place: CasePlace, mail: ReceivedMail): Promise<void> {
    const { senderEmail, language } = await lockCase(tx, place);
    const mailId = mailIdOf(mail, place.caseId);
    if (await isKnown(tx, place.schoolId, mailId)) return;
    const { kept, dropped } = sort(mail.files, await this.attachments.room(tx, place));
    const body = bodyOf(mail, { language, droppedFiles: dropped, withSubject: false });
    await this.threads.add(tx, place, { id: newId(), body, mailId });
    await this.keep(tx, place, kept);
    if (mail.from.address === senderEmail.toLowerCase()) return;
    const facts = { address: mail.from.address };
    await this.steps.record(tx, { ...place, kind: 'mail_from_other', actorId: null, facts });
  }

  /** Opens a case for a mail. */
  async open(tx: Tx, schoolId: string, sender: NewCase['sender'], mail: ReceivedMail): Promise<void> {
    const mailId = mailIdOf(mail, 'new');
    // There is no row yet that two deliveries of one mail could wait for.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('support-mail/' || $1, 0))`, [mailId]);
    if (await isKnown(tx, schoolId, mailId)) return;
    const { kept, dropped } = sort(mail.files, maximumFiles);
    const message = bodyOf(mail, { language: sender.language, droppedFiles: dropped, withSubject: true });
    const { id } = await this.cases.open(tx, { schoolId, topic: 'other', channel: 'mail', sender, message, mailId });
    await this.keep(tx, { schoolId, caseId: id }, kept);
  }

  private async keep(tx: Tx, place: CasePlace, files: readonly MailFile[]): Promise<void> {
    for (const { name, bytes } of files) await this.attachments.addWithin(tx, place, null, name, bytes);
  }
}

/** Two senders may use one Message-ID, and one mail may go to several cases. */
function mailIdOf({ messageId, from }: ReceivedMail, target: string): string {
  return createHash('sha256').update([messageId, from.address, target].join('\n')).digest('base64url');
}

async function isKnown(tx: Tx, schoolId: string, mailId: string): Promise<boolean> {
  const known = await tx.query<unknown[]>('SELECT 1 FROM support_message WHERE school_id = $1 AND mail_id = $2', [
    schoolId,
    mailId,
  ]);
  return known.length > 0;
}

/** The files that a case takes, and the names of the others. */
function sort(files: readonly MailFile[], room: number): { kept: readonly MailFile[]; dropped: readonly string[] } {
  const kept = files.filter(({ bytes }) => kindOfKept(bytes) !== undefined).slice(0, Math.max(0, room));
  return { kept, dropped: files.filter((file) => !kept.includes(file)).map(({ name }) => name) };
}
