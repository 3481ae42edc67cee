/** What says who, or what, wrote a mail. */
export interface MailTraits {
  /** Header fields by name in small letters, unfolded; of several with one name all, one after the other. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** The envelope's sender; empty for reports of delivery. */
  readonly returnPath: string;
  readonly from: string;
}

const robots = /^(mailer-daemon|postmaster|bounces?|autosvar|(no|do-?not|ikke|ikkje)[-_.]?(reply|svar)([-_.+].*)?)@/i;

/**
 * Whether a machine wrote a mail, or a list spread it, so that neither a case nor an answer may come of it (RFC 3834 §2,
 * RFC 2919; Exchange's and older autoresponders' own fields).
 */
export function isAutomatic({ headers, returnPath, from }: MailTraits): boolean {
  const has = (name: string, pattern = /./): boolean =>
    headers.get(name)?.some((value) => pattern.test(value)) ?? false;
  return (
    returnPath === '' ||
    robots.test(from) ||
    robots.test(returnPath) ||
    has('auto-submitted', /^(?!no\b)./i) ||
    has('precedence', /^(bulk|junk|list|auto_reply)\b/i) ||
    has('content-type', /^multipart\/report\b/i) ||
    ['list-id', 'list-unsubscribe', 'feedback-id', 'x-auto-response-suppress', 'x-autoreply', 'x-autorespond'].some(
      (name) => has(name),
    )
  );
}
