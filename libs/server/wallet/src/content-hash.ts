import { createHash } from 'node:crypto';

/** SHA-256 of the content as JSON with sorted keys: equal content has an equal hash whatever the order of its keys. */
export function contentHash(content: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([content], sortKeys))
    .digest();
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
