import { v7 } from 'uuid';

/** A fresh UUIDv7 for an operation that this client starts; keep it while the outcome is unknown, so that a retry books once. */
export function newId(): string {
  return v7();
}
