/**
 * Whether the mail server in front found by DMARC (RFC 7489) that the From of a mail is true.
 *
 * @param fields the mail's Authentication-Results (RFC 8601), the topmost first; only that server's first one counts
 * @param domain of the From
 */
export function passesDmarc(fields: readonly string[], authservId: string | undefined, domain: string): boolean {
  if (authservId === undefined) return false;
  const own = fields
    .map((field) =>
      field
        .replaceAll(/\([^()]*\)/g, ' ')
        .split(';')
        .map((part) => part.trim()),
    )
    .find(([id = '']) => id.split(/\s/, 1)[0]?.toLowerCase() === authservId.toLowerCase());
  const dmarc = own?.slice(1).find((result) => /^dmarc\s*=/i.test(result));
  if (dmarc === undefined || !/^dmarc\s*=\s*pass\b/i.test(dmarc)) return false;
  const proven = /\bheader\.from\s*=\s*([^\s]+)/i.exec(dmarc)?.[1];
  return proven?.toLowerCase() === domain.toLowerCase();
}
