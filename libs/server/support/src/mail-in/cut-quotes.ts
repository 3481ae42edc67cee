/** Above what somebody sends on: that is then what the mail is about, and no quote of ours. */
const forwarded = /^(-+ ?(videresendt|vidaresend|forwarded)\b.*-+|(start på|begin) .*(videresendt|forwarded) .*:)$/i;
const original = /^-{2,} ?(opprinnelig melding|opphavleg melding|original message) ?-{2,}$/i;
const sender = /^\*?(fra|frå|from):\*? *\S/i;
const sentAt = /^\*?(sendt|sent|dato|date):/i;
/** "Den man. 23. nov. 2026 kl. 11:32 skrev Kari <kari@example.no>:", which mail programs break where it gets long. */
const wrote = /^(?=.*\b\d{4}\b)(?=.*\d{1,2}[:.]\d{2})(den |på |on |\d{1,2}\.).*\b(skrev|skreiv|wrote)\b.*:$/i;
const maximumHeadLines = 3;
const headerLines = 4;
const maximumSignatureLines = 10;
const phone =
  /^(sendt|send|sent) (fra|frå|from) (min|mi|my|outlook|yahoo|e-post)\b.{0,60}$|^(få|hent|get) outlook (for|til) .{0,80}$/i;

/**
 * What a person wrote in a mail, without the mail that it answers and without signatures. Answers between quoted lines
 * stay. Never cuts to nothing: then it gives the whole text.
 */
export function cutQuotes(text: string): string {
  const whole = text.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ').trim();
  const own = withoutSignature(withoutQuotes(whole.split('\n')))
    .join('\n')
    .trim();
  return own.replaceAll(/\n{3,}/g, '\n\n') || whole;
}

function withoutQuotes(lines: readonly string[]): readonly string[] {
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    if (forwarded.test(text)) return lines;
    if (original.test(text) || isHeader(lines, index)) return lines.slice(0, index);
    const after = afterHead(lines, index);
    if (after === undefined) continue;
    const rest = lines.slice(after);
    const isMarked = rest.find((next) => next.trim() !== '')?.startsWith('>') ?? false;
    if (isMarked) return [...lines.slice(0, index), ...unquoted(rest)];
    // Some programs indent the quote instead; a name without an address may be the writer's own sentence.
    if (lines.slice(index, after).join(' ').includes('@')) return lines.slice(0, index);
  }
  return unquoted(lines);
}

function unquoted(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !line.startsWith('>'));
}

/** Outlook's "Fra: … Sendt: …". */
function isHeader(lines: readonly string[], index: number): boolean {
  if (!sender.test(lines[index]?.trim() ?? '')) return false;
  return lines.slice(index + 1, index + 1 + headerLines).some((line) => sentAt.test(line.trim()));
}

/** The line after a "… skrev …:" that begins here, if one does. */
function afterHead(lines: readonly string[], index: number): number | undefined {
  for (let count = 1; count <= maximumHeadLines; count += 1) {
    const head = lines.slice(index, index + count).map((line) => line.trim());
    if (head.at(-1) === '') return undefined;
    if (wrote.test(head.join(' '))) return index + count;
  }
  return undefined;
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  const mark = lines.findLastIndex((line) => line === '-- ' || line === '--');
  const isSignature =
    mark >= 0 && lines.slice(mark + 1).filter((line) => line.trim() !== '').length <= maximumSignatureLines;
  const kept = isSignature ? lines.slice(0, mark) : lines;
  const last = kept.findLastIndex((line) => !isEnding(line.trim()));
  return kept.slice(0, last + 1);
}

function isEnding(line: string): boolean {
  return line === '' || /^_{10,}$/.test(line) || phone.test(line);
}
