import { v7 } from 'uuid';

/** A new UUIDv7: unique everywhere and sorted by time. */
export function newId(): string {
  return v7();
}
