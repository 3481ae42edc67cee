/** Each kind of refusal and the HTTP status it leaves as (RFC 9110). */
export const statusOfKind = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  unprocessable: 422,
  too_many: 429,
  unavailable: 503,
} as const;

export type ErrorKind = keyof typeof statusOfKind;

/** One thing wrong with the input: where (JSON pointer, RFC 6901), a stable code, and what to do. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

export interface ErrorExtra {
  readonly errors?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
  /** Figures that a screen shows with the message, merged into the problem document. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A refusal of the domain. `code` is stable and public; `detail` is English for developers. */
export abstract class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly extra: ErrorExtra;

  protected constructor(kind: ErrorKind, code: string, detail: string, extra: ErrorExtra = {}) {
    super(detail);
    this.kind = kind;
    this.code = code;
    this.extra = extra;
  }
}

/** Someone asked too often. Leaves with Retry-After in whole seconds. */
export class TooManyRequests extends DomainError {
  constructor(retryAfterSeconds: number) {
    super('too_many', 'too_many_requests', 'Too many tries. Wait before the next one.', { retryAfterSeconds });
  }
}
