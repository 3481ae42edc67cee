import type { Letter } from './letter.ts';

/** A letter as the queue gives it back. Throws when it is none: then the code that queued it is wrong. */
export function readLetter(payload: unknown): Letter {
  if (!isLetter(payload)) throw new TypeError('The queue holds a mail that is no letter');
  return payload;
}

function isLetter(value: unknown): value is Letter {
  if (typeof value !== 'object' || value === null || !('to' in value) || !('subject' in value)) return false;
  if (typeof value.to !== 'string' || typeof value.subject !== 'string' || !('paragraphs' in value)) return false;
  return Array.isArray(value.paragraphs) && value.paragraphs.every((text) => typeof text === 'string');
}
