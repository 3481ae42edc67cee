import { Clock, Config, Mail, type Language, type Tx } from '@kantinekortet/platform';
import { appOf } from '@kantinekortet/providers';
import { Injectable } from '@nestjs/common';
import { expectedOn } from '../expected-on.ts';
import type { RefundPart } from '../refund-rows.ts';
import { refundWords, type MailKind, type Way } from './refund-words.ts';

interface Reader {
  readonly email: string;
  readonly language: Language;
  readonly firstName: string;
  readonly walletId: string;
}

/** What a letter needs to know of a part. */
type MailedPart = Pick<
  RefundPart,
  'schoolId' | 'refundId' | 'route' | 'amountOre' | 'cardBrand' | 'cardLast4' | 'payoutAccountId' | 'provider'
> & { readonly expectedOn: string | null };

const readerSql = `
  SELECT x.email, x.language, p.first_name AS "firstName", r.wallet_id AS "walletId"
    FROM refund r
    JOIN person x ON x.id = r.payer_id
    JOIN pupil p ON p.school_id = r.school_id AND p.wallet_id = r.wallet_id
   WHERE r.school_id = $1 AND r.id = $2 AND r.payer_kind = 'person'`;

/** Letters to the person whose money it is. A household has no address: the office tells it. */
@Injectable()
export class RefundMails {
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly mail: Mail;

  constructor(clock: Clock, config: Config, mail: Mail) {
    this.clock = clock;
    this.config = config;
    this.mail = mail;
  }

  /** A refund was asked for: who did not ask learns of it. */
  async asked(tx: Tx, parts: readonly MailedPart[]): Promise<void> {
    await this.write(tx, 'asked', parts);
  }

  async sent(tx: Tx, part: MailedPart): Promise<void> {
    await this.write(tx, 'sent', [part]);
  }

  /** The last word on a part. That a provider has taken a refund says no more than that it was sent. */
  async settled(tx: Tx, part: MailedPart, kind: Exclude<MailKind, 'asked' | 'sent'>): Promise<void> {
    if (kind === 'confirmed' && part.route === 'provider') return;
    await this.write(tx, kind === 'returned' && part.route === 'provider' ? 'failed' : kind, [part]);
  }

  private async write(tx: Tx, kind: MailKind, parts: readonly MailedPart[]): Promise<void> {
    const [first] = parts;
    if (!first) return;
    const [reader] = await tx.query<Reader[]>(readerSql, [first.schoolId, first.refundId]);
    if (!reader) return;
    const ways: Way[] = [];
    for (const part of parts) ways.push(await this.wayOf(tx, part));
    const amountOre = parts.reduce((total, part) => total + part.amountOre, 0);
    const { subject, paragraphs, label } = refundWords(kind, reader.language, {
      firstName: reader.firstName,
      amountOre,
      ways,
    });
    const path = isOnTheCard(kind) ? `faa-tilbake/${reader.walletId}` : `refusjoner/${first.refundId}`;
    await this.mail.queue(tx, {
      to: reader.email,
      subject,
      paragraphs,
      action: { label, url: `${this.config.parentUrl}/${path}` },
    });
  }

  private async wayOf(tx: Tx, part: MailedPart): Promise<Way> {
    const { route, amountOre, provider, cardBrand, cardLast4 } = part;
    const [account] = await tx.query<{ last4: string }[]>(
      'SELECT last4 FROM payout_account WHERE school_id = $1 AND id = $2',
      [part.schoolId, part.payoutAccountId],
    );
    return {
      route,
      amountOre,
      source: cardLast4 === null ? provider && appOf(provider) : `${capitalised(cardBrand ?? '')} •••• ${cardLast4}`,
      account: account?.last4 ?? null,
      expectedOn: part.expectedOn ?? expectedOn(route, this.clock.now()),
    };
  }
}

/** Whether the money is on the card again, so that it can be asked for anew. */
function isOnTheCard(kind: MailKind): boolean {
  return kind !== 'asked' && kind !== 'sent' && kind !== 'confirmed';
}

function capitalised(brand: string): string {
  return brand.charAt(0).toUpperCase() + brand.slice(1);
}
