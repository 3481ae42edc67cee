import { isEmail } from 'class-validator';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { createHash } from 'node:crypto';
import { MailUnreadable } from '../support.errors.ts';

export interface MailFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A mail as it was read. */
export interface ReceivedMail {
  /** Its Message-ID; of a mail that has none, a hash of the whole. */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  /** The envelope's sender; empty for reports of delivery. */
  readonly returnPath: string;
  /** Whom it was sent to, the envelope's first. */
  readonly recipients: readonly string[];
  /** Header fields by name in small letters, unfolded; of several with one name all, the topmost first. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly MailFile[];
}

const maximumNameLength = 100;
const maximumAddressLength = 254;
/** Of HTML, which takes long to walk through; mails that people write have a hundredth of it. */
const maximumHtmlLength = 2_000_000;
const options = {
  checksumAlgo: false,
  keepCidLinks: true,
  maxHtmlLengthToParse: maximumHtmlLength,
  skipTextToHtml: true,
} as const;

/** Reads a mail (RFC 5322, MIME). Throws MailUnreadable when there is no sender, several, or an HTML nobody could read. */
export async function readMail(
  raw: Buffer,
  envelope: { readonly from: string; readonly to: readonly string[] },
): Promise<ReceivedMail> {
  const parsed = await simpleParser(raw, options).catch(() => {
    throw new MailUnreadable();
  });
  const headers = headersOf(parsed);
  // DMARC speaks of one From: a second one could show another sender than the one it proved (RFC 7489 §6.6.1).
  const [sender, second] = parsed.from?.value ?? [];
  const address = storable(sender?.address ?? '').toLowerCase();
  const isOne = headers.get('from')?.length === 1 && second === undefined;
  if (!isOne || !isEmail(address) || address.length > maximumAddressLength) throw new MailUnreadable();
  if (parsed.textConversionError !== undefined) throw new MailUnreadable();
  return {
    messageId: headers.get('message-id')?.[0] ?? createHash('sha256').update(raw).digest('hex'),
    from: {
      name: shortened(oneLine(sender?.name ?? ''), maximumNameLength) || address.slice(0, maximumNameLength),
      address,
    },
    returnPath: envelope.from,
    recipients: [...envelope.to, ...addressesOf(parsed.to), ...addressesOf(parsed.cc)],
    headers,
    subject: oneLine(parsed.subject ?? ''),
    text: storable(parsed.text ?? ''),
    files: parsed.attachments.map(({ filename, contentType, content }) => ({
      name: oneLine(filename ?? contentType),
      bytes: content,
    })),
  };
}

/** The first characters of a text, none of them halved. */
export function shortened(text: string, maximumLength: number): string {
  return text.slice(0, maximumLength).replace(/[\ud800-\udbff]$/, '');
}

function headersOf({ headerLines }: ParsedMail): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, line } of headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\r?\n(?=[ \t])/g, '')
      .trim();
    headers.set(key, [...(headers.get(key) ?? []), value]);
  }
  return headers;
}

function addressesOf(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().flatMap(({ value }) => value.map(({ address = '' }) => address));
}

function oneLine(text: string): string {
  return storable(text).replaceAll(/\s+/g, ' ').trim();
}

/** What PostgreSQL can store and a screen can show of a text (no NUL, no half characters). */
function storable(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\n\r\t]/gu, '');
}
