import { Injectable, Logger } from '@nestjs/common';
import { Config, Database, type Tx } from '@kantinekortet/platform';
import { ThreadKeys, type CasePlace } from '../cases/thread-keys.ts';
import { ContactThrottle } from '../contact/contact-throttle.ts';
import { CaseNotFound } from '../support.errors.ts';
import { passesDmarc } from './authentication-results.ts';
import { isAutomatic } from './automatic-mail.ts';
import type { ReceivedMail } from './read-mail.ts';
import { MailAnswers } from './mail-answers.ts';
import { MailCases } from './mail-cases.service.ts';
import { MailSenders } from './mail-senders.ts';
import { SupportAddress } from './support-address.ts';

/** What became of a mail. */
type Outcome = 'written' | 'opened' | 'answered' | 'dropped';

const keyShape = /^[0-9a-f]{32}$/;
const maximumCases = 5;

/** Puts a mail where it belongs: into the case that it answers, into a new one, or nowhere. */
@Injectable()
export class MailTaker {
  private readonly logger = new Logger(MailTaker.name);
  private readonly config: Config;
  private readonly database: Database;
  private readonly address: SupportAddress;
  private readonly senders: MailSenders;
  private readonly throttle: ContactThrottle;
  private readonly keys: ThreadKeys;
  private readonly cases: MailCases;
  private readonly answers: MailAnswers;

  constructor(
    config: Config,
    database: Database,
    address: SupportAddress,
    senders: MailSenders,
    throttle: ContactThrottle,
    keys: ThreadKeys,
    cases: MailCases,
    answers: MailAnswers,
  ) {
    this.config = config;
    this.database = database;
    this.address = address;
    this.senders = senders;
    this.throttle = throttle;
    this.keys = keys;
    this.cases = cases;
    this.answers = answers;
  }

  /**
   * Takes a mail in one transaction: when this has answered, the mail server in front may forget it. Throws
   * TooManyRequests: the mail server in front keeps it, and tries again.
   */
  async take(mail: ReceivedMail): Promise<Outcome> {
    const { headers, returnPath, from } = mail;
    if (this.address.isOwn(mail)) return this.drop('of our own');
    if (isAutomatic({ headers, returnPath, from: from.address })) return this.drop('written by a machine');
    await this.throttle.countSender(from.address);
    const isWritten = await this.database.transaction((tx) => this.writeOn(tx, mail));
    return isWritten ? 'written' : this.openNew(mail);
  }

  private async writeOn(tx: Tx, mail: ReceivedMail): Promise<boolean> {
    const places = await this.placesOf(tx, mail);
    for (const place of places) await this.cases.answer(tx, place, mail);
    return places.length > 0;
  }

  /** The cases that a mail is addressed to, in the order in which they are locked. */
  private async placesOf(tx: Tx, { recipients }: ReceivedMail): Promise<CasePlace[]> {
    const keys = recipients.map((recipient) => this.address.detailOf(recipient) ?? '');
    const places: CasePlace[] = [];
    for (const key of [...new Set(keys)].filter((text) => keyShape.test(text)).slice(0, maximumCases)) {
      const place = await this.keys.find(tx, 'address', key).catch((error: unknown) => {
        if (error instanceof CaseNotFound) return undefined;
        throw error;
      });
      if (place) places.push(place);
    }
    return places.sort((one, other) => (one.caseId < other.caseId ? -1 : 1));
  }

  private async openNew(mail: ReceivedMail): Promise<Outcome> {
    const { name, address } = mail.from;
    const { profile, language, schoolId } = await this.senders.find(address);
    if (schoolId === undefined) {
      return (await this.answers.sayWhere(address, language)) ? 'answered' : this.drop('of no known school');
    }
    const proven = this.isProven(mail) ? profile : undefined;
    const sender = { personId: proven?.id ?? null, name: proven?.name ?? name, email: address, language };
    await this.database.transaction((tx) => this.cases.open(tx, schoolId, sender, mail));
    return 'opened';
  }

  private isProven({ headers, from }: ReceivedMail): boolean {
    const domain = from.address.split('@').at(-1) ?? '';
    return passesDmarc(headers.get('authentication-results') ?? [], this.config.supportSmtp?.authservId, domain);
  }

  private drop(why: string): Outcome {
    this.logger.log(`A mail was dropped: ${why}`);
    return 'dropped';
  }
}
