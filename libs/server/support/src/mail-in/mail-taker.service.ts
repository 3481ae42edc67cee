import { Injectable, Logger } from '@nestjs/common';
import {
  Config,
  Database,
  Mail,
  newId,
  RateLimiter,
  Secrets,
  TooManyRequests,
  type Language,
  type Tx,
} from '@kantinekortet/platform';
import { AttachmentsService } from '../attachments/attachments.service.ts';
import { fileKindOf } from '../attachments/file-kind.ts';
import { CaseSteps } from '../cases/case-steps.ts';
import { OpenCaseService } from '../cases/open-case.service.ts';
import { ThreadKeys, type CasePlace } from '../cases/thread-keys.ts';
import { ContactThrottle } from '../contact/contact-throttle.ts';
import { ThreadsService } from '../contact/threads.service.ts';
import { nowhereLetter } from '../letters/support-letters.ts';
import { CaseNotFound } from '../support.errors.ts';
import { isAutomatic } from './automatic-mail.ts';
import type { ReceivedMail } from './read-mail.ts';

const onceADay = { points: 1, perSeconds: 24 * 3600 };
const maximumFiles = 5;

interface Envelope {
  readonly returnPath: string;
  readonly recipients: readonly string[];
}

interface KnownSender {
  readonly schoolId: string | null;
  readonly language: Language;
}

/** What becomes of a mail: a message in its case, a new case, a hint where to write, or nothing. */
@Injectable()
export class MailTaker {
  private readonly logger = new Logger(MailTaker.name);
  private readonly config: Config;
  private readonly database: Database;
  private readonly keys: ThreadKeys;
  private readonly threads: ThreadsService;
  private readonly cases: OpenCaseService;
  private readonly steps: CaseSteps;
  private readonly attachments: AttachmentsService;
  private readonly throttle: ContactThrottle;
  private readonly limiter: RateLimiter;
  private readonly secrets: Secrets;
  private readonly mail: Mail;

  constructor(
    config: Config,
    database: Database,
    keys: ThreadKeys,
    threads: ThreadsService,
    cases: OpenCaseService,
    steps: CaseSteps,
    attachments: AttachmentsService,
    throttle: ContactThrottle,
    limiter: RateLimiter,
    secrets: Secrets,
    mail: Mail,
  ) {
    this.config = config;
    this.database = database;
    this.keys = keys;
    this.threads = threads;
    this.cases = cases;
    this.steps = steps;
    this.attachments = attachments;
    this.throttle = throttle;
    this.limiter = limiter;
    this.secrets = secrets;
    this.mail = mail;
  }

  /** Whether a mail for this address is ours to take: the support address, with or without a case's key. */
  takes(address: string): boolean {
    return this.keyIn(address) !== undefined;
  }

  /** Takes a mail, once. What it throws is a fault of ours: whoever sent it keeps the mail and tries again. */
  async take(mail: ReceivedMail, { returnPath, recipients }: Envelope): Promise<void> {
    const reason = await this.reasonToDrop(mail, returnPath);
    if (reason !== undefined) {
      this.logger.log(`Mail ${mail.id} makes no case: ${reason}`);
      return;
    }
    const key = recipients.map((address) => this.keyIn(address)).find((found) => found !== undefined && found !== '');
    await this.database.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('support-mail/' || $1, 0))`, [mail.id]);
      const place = key === undefined ? undefined : await this.caseOf(tx, key);
      if (place) await this.answer(tx, place, mail);
      else await this.open(tx, mail);
    });
  }

  private async answer(tx: Tx, place: CasePlace, mail: ReceivedMail): Promise<void> {
    if (await isTaken(tx, place.schoolId, mail.id)) return;
    await this.threads.add(tx, place, { id: newId(), body: bodyOf(mail), mailId: mail.id });
    const [theirs] = await tx.query<unknown[]>(
      'SELECT 1 FROM support_case WHERE school_id = $1 AND id = $2 AND sender_email = $3',
      [place.schoolId, place.caseId, mail.from],
    );
    // Families pass mails on: it is taken, and the school is told who wrote.
    if (!theirs) await this.tell(tx, place, 'mail_from_other', { address: mail.from });
    await this.keepFiles(tx, place, mail);
  }

  private async open(tx: Tx, mail: ReceivedMail): Promise<void> {
    const { schoolId, language } = await knownSender(tx, mail.from);
    if (schoolId === null) return this.pointTheWay(tx, mail, language);
    if (await isTaken(tx, schoolId, mail.id)) return;
    const message = mail.subject === '' ? bodyOf(mail) : `${mail.subject}\n\n${bodyOf(mail)}`;
    // Whoever can write a mail can write any address as its sender: nobody is taken for signed in.
    const sender = { personId: null, name: mail.fromName, email: mail.from, language };
    const { id } = await this.cases.open(tx, {
      schoolId,
      topic: 'other',
      channel: 'mail',
      sender,
      message,
      mailId: mail.id,
    });
    await this.keepFiles(tx, { schoolId, caseId: id }, mail);
  }

  private async keepFiles(tx: Tx, place: CasePlace, { files }: ReceivedMail): Promise<void> {
    const kept = files.filter(({ bytes }) => fileKindOf(bytes) !== undefined).slice(0, maximumFiles);
    for (const { name, bytes } of kept) await this.attachments.addWithin(tx, place, null, name, bytes);
    if (kept.length < files.length) await this.tell(tx, place, 'files_dropped', { count: files.length - kept.length });
  }

  /** Nobody knows which school they mean: a mail with the form's address, once a day. */
  private async pointTheWay(tx: Tx, mail: ReceivedMail, language: Language): Promise<void> {
    const sender = this.secrets.hmac('contact', mail.from.toLowerCase()).toString('base64url');
    if (!(await isWithin(this.limiter.consume(`contact:nowhere:${sender}`, onceADay)))) return;
    await this.mail.queue(tx, { ...nowhereLetter(language, `${this.config.parentUrl}/kontakt`), to: mail.from });
  }

  private async tell(tx: Tx, place: CasePlace, kind: string, facts: Record<string, unknown>): Promise<void> {
    await this.steps.record(tx, { ...place, kind, actorId: null, facts });
  }

  private async caseOf(tx: Tx, key: string): Promise<CasePlace | undefined> {
    try {
      return await this.keys.find(tx, 'address', key);
    } catch (error) {
      if (error instanceof CaseNotFound) return undefined;
      throw error;
    }
  }

  private async reasonToDrop(mail: ReceivedMail, returnPath: string): Promise<string | undefined> {
    if (isAutomatic({ ...mail, returnPath }) || this.isOurs(mail.from)) return 'a machine wrote it';
    return (await isWithin(this.throttle.countSender(mail.from))) ? undefined : 'its sender wrote too many';
  }

  private isOurs(from: string): boolean {
    const address = /<([^>]+)>/.exec(this.config.mailFrom)?.[1] ?? this.config.mailFrom;
    return [address, this.config.supportEmail].some((own) => own.toLowerCase() === from.toLowerCase());
  }

  /** The key in an address of ours, empty without one; undefined for any other address. */
  private keyIn(address: string): string | undefined {
    const [user = '', domain = ''] = this.config.supportEmail.toLowerCase().split('@');
    const [local = '', host = ''] = address.toLowerCase().split('@');
    const [name, key = ''] = local.split('+');
    return name === user && host === domain ? key : undefined;
  }
}

function bodyOf({ text }: ReceivedMail): string {
  return text === '' ? '(uten tekst)' : text;
}

async function isTaken(tx: Tx, schoolId: string, mailId: string): Promise<boolean> {
  const [taken] = await tx.query<unknown[]>('SELECT 1 FROM support_message WHERE school_id = $1 AND mail_id = $2', [
    schoolId,
    mailId,
  ]);
  return taken !== undefined;
}

/** The school of a sender who is a guardian at exactly one, and the language of their profile. */
async function knownSender(tx: Tx, email: string): Promise<KnownSender> {
  const rows = await tx.query<KnownSender[]>(
    `SELECT DISTINCT g.school_id AS "schoolId", p.language
       FROM person p
       LEFT JOIN guardian_school d ON d.person_id = p.id
       LEFT JOIN guardianship g ON g.school_id = d.school_id AND g.person_id = p.id AND g.status = 'active'
      WHERE p.email = $1`,
    [email],
  );
  const schools = rows.filter(({ schoolId }) => schoolId !== null);
  const [only] = schools;
  return { schoolId: (schools.length === 1 ? only?.schoolId : null) ?? null, language: rows[0]?.language ?? 'nb' };
}

async function isWithin(counted: Promise<void>): Promise<boolean> {
  try {
    await counted;
    return true;
  } catch (error) {
    if (error instanceof TooManyRequests) return false;
    throw error;
  }
}
