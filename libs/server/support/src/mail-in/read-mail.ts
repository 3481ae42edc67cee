import { createHash } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { cutQuotes } from './cut-quotes.ts';

export interface MailFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A mail as a case takes it. */
export interface ReceivedMail {
  /** Its Message-ID, or a digest of its bytes: the same mail that comes twice has the same. */
  readonly id: string;
  readonly from: string;
  readonly fromName: string;
  readonly subject: string;
  /** Without the mail that it answers. */
  readonly text: string;
  readonly files: readonly MailFile[];
  readonly headers: ReadonlyMap<string, string>;
}

const maximumTextLength = 15_000;

/** Reads the bytes of a mail (RFC 5322); undefined when they say nobody as their sender. */
export async function readMail(raw: Buffer): Promise<ReceivedMail | undefined> {
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true });
  const sender = mail.from?.value[0];
  if (sender?.address === undefined || !sender.address.includes('@')) return undefined;
  return {
    id: mail.messageId ?? createHash('sha256').update(raw).digest('hex'),
    from: sender.address,
    fromName: clean(sender.name).slice(0, 100) || (sender.address.split('@')[0] ?? ''),
    subject: clean(mail.subject ?? '').slice(0, 200),
    text: clean(cutQuotes(mail.text ?? '')).slice(0, maximumTextLength),
    files: mail.attachments.map(({ filename, content }) => ({ name: filename ?? 'vedlegg', bytes: content })),
    headers: new Map(mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()])),
  };
}

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().trim();
}
