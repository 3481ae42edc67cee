import { v5, v7 } from 'uuid';

/** Of our own making (RFC 9562, version 5 needs one). */
const namespace = 'b6b0cd3e-7c5a-4f0b-9a0e-2f6d1f7f0f6b';

/** A new UUIDv7: unique everywhere and sorted by time. */
export function newId(): string {
  return v7();
}

/** The id of what a name names: the same name again is the same id, also after a crash. */
export function namedId(name: string): string {
  return v5(name, namespace);
}
