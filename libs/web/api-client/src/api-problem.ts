/** One refused input: a JSON pointer into the request body and a stable code. */
export interface FieldProblem {
  pointer: string;
  code: string;
  detail?: string;
}

interface ProblemParts {
  status: number;
  code: string;
  detail?: string | undefined;
  errors?: FieldProblem[];
  facts?: Record<string, unknown>;
  retryAfterSeconds?: number | undefined;
}

/**
 * A refusal of the API (RFC 9457 problem details), or `network` with status 0 when no answer came. `code` is stable and
 * picks the text on the screen; `facts` are the other members of the problem, such as `balanceOre`.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly errors: FieldProblem[];
  readonly facts: Record<string, unknown>;
  readonly retryAfterSeconds: number | undefined;

  constructor({ status, code, detail, errors = [], facts = {}, retryAfterSeconds }: ProblemParts) {
    super(detail ?? code);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.facts = facts;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** An amount in øre among the facts, or undefined when the server sent none. */
  ore(fact: string): number | undefined {
    const value = this.facts[fact];
    return typeof value === 'number' ? value : undefined;
  }

  static async from(response: Response): Promise<ApiProblem> {
    const body: unknown = await response.json().catch(() => undefined);
    const { code, detail, errors, ...facts } = isRecord(body) ? body : {};
    const retryAfter = Number(response.headers.get('Retry-After'));
    return new ApiProblem({
      status: response.status,
      code: typeof code === 'string' ? code : `http_${response.status}`,
      detail: typeof detail === 'string' ? detail : undefined,
      errors: Array.isArray(errors) ? errors.filter(isFieldProblem) : [],
      facts,
      retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
    });
  }
}

/** Any thrown value as a problem: `useQuery`'s error is typed by the contract, but what is thrown is an ApiProblem. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({
    status: 0,
    code: 'unexpected',
    detail: error instanceof Error ? error.message : String(error),
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value.pointer === 'string' && typeof value.code === 'string';
}
