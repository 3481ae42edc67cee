/** What a mail says of itself that matters here: its headers by lower-case name, and the address it came from. */
export interface MailFacts {
  readonly headers: ReadonlyMap<string, string>;
  /** Of the envelope; empty for a message that must not be answered (RFC 5321 §4.5.5). */
  readonly returnPath: string;
  readonly from: string;
}

const machines = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|ikke-?svar|bounces?|autosvar)([+-].*)?@/i;
const presence = [
  'list-id',
  'list-unsubscribe',
  'x-autoreply',
  'x-autorespond',
  'x-auto-response-suppress',
  'feedback-id',
];

/**
 * Whether a machine wrote it: a machine gets no case and no answer, or two of them would write to each other for ever
 * (RFC 3834).
 */
export function isAutomatic({ headers, returnPath, from }: MailFacts): boolean {
  const said = headers.get('auto-submitted')?.toLowerCase().split(';')[0]?.trim() ?? 'no';
  const precedence = headers.get('precedence')?.toLowerCase().trim() ?? '';
  return (
    said !== 'no' ||
    ['bulk', 'junk', 'list', 'auto_reply'].includes(precedence) ||
    presence.some((name) => headers.has(name)) ||
    returnPath === '' ||
    machines.test(from)
  );
}
