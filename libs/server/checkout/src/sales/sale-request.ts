import { createHash } from 'node:crypto';

/** A sale as book_sales reads it: the SQL type `sale_request`, in its names. Digests are hex bytea. */
export interface SaleRequest {
  readonly school_id: string;
  readonly register_id: string;
  readonly session_id: string;
  readonly cashier_session_id: string;
  readonly id: string;
  readonly content_hash: string;
  /** Exactly one of card and pupil is there. */
  readonly card_token_hmac: string | null;
  readonly pupil_id: string | null;
  readonly lines: readonly SaleRequestLine[];
  readonly total_ore: number;
  /** ISO 8601, UTC. */
  readonly occurred_at: string;
  readonly register_counter: number;
}

export interface SaleRequestLine {
  readonly revision_id: string;
  readonly quantity: number;
}

/** What book_sales decided. `body` is the answer of a sold or replayed sale, else the facts of the refusal. */
export interface SaleOutcome {
  readonly code: string;
  readonly body: Record<string, unknown>;
}

/** Bytes in the form that PostgreSQL reads as bytea. */
export function hexBytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

/** The digest of everything that must be equal for a repeated request to be the same sale. */
export function contentHash(request: Omit<SaleRequest, 'content_hash' | 'session_id'>): string {
  const content = [
    request.register_id,
    request.cashier_session_id,
    request.card_token_hmac,
    request.pupil_id,
    request.lines.map(({ revision_id, quantity }) => [revision_id, quantity]),
    request.total_ore,
    request.occurred_at,
    request.register_counter,
  ];
  return hexBytea(createHash('sha256').update(JSON.stringify(content)).digest());
}
