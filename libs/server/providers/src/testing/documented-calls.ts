import Ajv from 'ajv';
import type { Exchange } from './recording-proxy.ts';

/** A JSON Schema (draft 7). */
export type Schema = Readonly<Record<string, unknown>>;

/** A call as its provider's public documentation describes it, as far as we use it. */
export interface DocumentedCall {
  /** Method and path, with `{name}` for what varies. */
  readonly call: string;
  /** The public page that it was written from. */
  readonly source: string;
  readonly headers: Schema;
  /** What the query, or the body of a form, may hold: names to texts. */
  readonly fields?: Schema;
  /** What a JSON body may hold. */
  readonly body?: Schema;
  /** What is answered, by status. Another status is not documented for this call. */
  readonly answers: Readonly<Record<number, Schema>>;
}

/** An object that has these members, all of them; others are allowed only when `open`. */
export function object(
  properties: Readonly<Record<string, Schema>>,
  {
    optional = {},
    open = false,
  }: { readonly optional?: Readonly<Record<string, Schema>>; readonly open?: boolean } = {},
): Schema {
  return {
    type: 'object',
    required: Object.keys(properties),
    properties: { ...properties, ...optional },
    additionalProperties: open,
  };
}

const ajv = new Ajv({ allErrors: true });

/** What in an exchange is not as documented; nothing when all of it is. */
export function faultsOf(exchange: Exchange, calls: readonly DocumentedCall[]): string[] {
  const { method, url, headers, status } = exchange;
  const at = `${method} ${url.pathname}`;
  const documented = calls.find(({ call }) => pattern(call).test(at));
  if (!documented) return [`${at} is not documented`];
  const { fields, body, answers } = documented;
  const answer = answers[status];
  return [
    ...faults(documented.headers, headers, `${at}: header`),
    ...(fields ? faults(fields, fieldsOf(exchange), `${at}: field`) : []),
    ...(body ? faults(body, json(exchange.body), `${at}: body`) : []),
    ...(answer
      ? faults(answer, json(exchange.answer), `${at} ${status}: answer`)
      : [`${at} ${status} is not documented`]),
  ];
}

/** The documented calls, with their statuses, that were never seen. */
export function unseen(exchanges: readonly Exchange[], calls: readonly DocumentedCall[]): string[] {
  return calls.flatMap(({ call, answers }) =>
    Object.keys(answers)
      .map((status) => `${call} ${status}`)
      .filter((name) => !exchanges.some((seen) => isSeen(seen, call, name))),
  );
}

function isSeen({ method, url, status }: Exchange, call: string, name: string): boolean {
  return pattern(call).test(`${method} ${url.pathname}`) && name === `${call} ${status}`;
}

function pattern(call: string): RegExp {
  return new RegExp(`^${call.replaceAll('/', '\\/').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

/** Names and values of the query, or of a form's body. */
function fieldsOf({ method, url, body }: Exchange): Record<string, string> {
  return Object.fromEntries(method === 'GET' ? url.searchParams : new URLSearchParams(body));
}

function json(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}

function faults(schema: Schema, value: unknown, what: string): string[] {
  const validate = ajv.compile(schema);
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map(
    ({ dataPath, message, params }) => `${what}${dataPath} ${message ?? ''} ${JSON.stringify(params)}`,
  );
}
