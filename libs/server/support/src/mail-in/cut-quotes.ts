/** Where the mail that is answered begins, as Outlook, Gmail, Apple and the telephones write it in our languages. */
const quoteStarts = [
  /^-{2,}\s*(opprinnelig|opphavleg|original|videresendt)\b.*$/i,
  /^_{8,}\s*$/,
  /^(den|on)\b.{5,120}\b(skrev|wrote|skreiv)\b.*:?\s*$/i,
  /^.{2,80}\b(skrev|skreiv|wrote)\b.{0,60}:\s*$/i,
  /^(fra|frå|from):\s.+$/i,
];
const mailHeader = /^\*?(sendt|sent|dato|date|til|to|emne|subject)\*?:\*?\s/i;
const phoneSignature = /^(sendt fra min|sendt frå|sent from my|få outlook for|get outlook for)\b/i;

/**
 * What somebody wrote in answer to a mail, without the mail that they answered and without a signature. Never cuts to
 * nothing: a text that is all quote is kept whole.
 */
export function cutQuotes(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const end = lines.findIndex((line, index) => line === '-- ' || beginsQuote(lines, index));
  const own = (end < 0 ? lines : lines.slice(0, end))
    .filter((line) => !line.startsWith('>') && !phoneSignature.test(line))
    .join('\n')
    .trim();
  return own === '' ? text.trim() : own;
}

function beginsQuote(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? '').trim().replace(/^\*(.+?)\*/, '$1');
  // Gmail breaks a long line of "… skrev:" in two.
  const joined = `${line} ${(lines[index + 1] ?? '').trim()}`;
  const start = quoteStarts.findIndex(
    (pattern) => pattern.test(line) || (/^(den|on)\b/i.test(line) && pattern.test(joined)),
  );
  if (start < 0) return false;
  // "Fra: …" begins a quote only where the other lines of a mail's head follow it.
  const isMailHead = start === quoteStarts.length - 1;
  return !isMailHead || lines.slice(index + 1, index + 4).some((next) => mailHeader.test(next.trim()));
}
