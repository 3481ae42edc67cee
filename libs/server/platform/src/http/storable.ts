/** Deeper, wider and longer than any body that we know: what is more was made to exhaust those who walk through it. */
const maximumDepth = 10;
const maximumFields = 100;
const maximumItems = 20_000;

/** PostgreSQL stores neither NUL nor half of a surrogate pair (its "Character Types" and "JSON Types"). */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/**
 * The JSON pointer of the first text that cannot be stored, or of what is nested too deeply or holds too much;
 * undefined when all is well.
 */
export function findUnstorable(value: unknown, pointer = '', depth = 0): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : pointer;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined;
  const entries = Object.entries(value);
  if (depth === maximumDepth || entries.length > (Array.isArray(value) ? maximumItems : maximumFields)) return pointer;
  for (const [key, item] of entries) {
    const found = findUnstorable(item, `${pointer}/${escapePointer(key)}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A name as a part of a JSON pointer (RFC 6901 §3). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
