import type { Answer } from '@kantinekortet/platform/testing';

/** Values that no field of ours takes, or takes as nothing but text. */
const absurdValues: readonly unknown[] = [
  ...[null, true, 42, -1, 0.5, 2 ** 31, 2 ** 53, 1e308, {}, [null], { toString: 1 }],
  ...['', '  ', 'a\0b', '\ud800', 'x'.repeat(10_000), '\u202e👩‍👩‍👧', "' OR 1=1 --"],
  ...['00000000-0000-0000-0000-000000000000', '2026-02-30T00:00:00Z', '9999-12-31T23:59:59Z', '1e999'],
];

/** Bodies that are no object of ours at all; the last three try to reach what all objects share. */
export const absurdBodies: readonly string[] = [
  ...['', '[]', 'null', '1', '"x"', '[{}]', '{', '\0', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ...['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}', '{"a":{"__proto__":null}}'],
];

/** In the place of an id. */
export const absurdIds: readonly string[] = [
  ...['a%00b', '%ED%A0%80', '..%2f..%2fetc', '%', 'x'.repeat(400), '-1', '%27%20OR%201=1'],
  '00000000-0000-0000-0000-000000000000',
];

/** As the value of a query: also the numbers and cursors that are none. */
export const absurdQueries: readonly string[] = [
  ...absurdIds,
  ...['%F0%9F%92%A9', '1e9', 'NaN', '0.5'],
  ...['["\\u0000"]', '[1e300]', '["a","b"]', '[-1,null,{}]'].map((keys) => Buffer.from(keys).toString('base64url')),
];

/** A body again and again, each time with one value anywhere in it absurd, or with one that nobody asked for. */
export function* absurdVariants(body: unknown): Generator {
  yield* absurdValues;
  if (Array.isArray(body)) {
    for (const [index, item] of body.entries()) for (const odd of absurdVariants(item)) yield body.with(index, odd);
  } else if (typeof body === 'object' && body !== null) {
    for (const [key, item] of Object.entries(body)) {
      for (const odd of absurdVariants(item)) yield { ...body, [key]: odd };
    }
    yield { ...body, somethingElse: 1 };
  }
}

const insides =
  /node_modules|\.[tj]s:\d|\bat \S+ \(|QueryFailed|\b(SELECT|INSERT|UPDATE|DELETE) |syntax error|pg_|relation "/;

/** What is wrong with how an answer takes absurd input; undefined when nothing is. */
export function flawOf({ status, headers, body, bytes }: Answer<unknown>): string | undefined {
  const text = bytes.toString('utf8');
  if (status >= 500) return `${status} ${text}`;
  if (status < 400) return undefined;
  if (insides.test(text)) return `tells of its insides: ${text}`;
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  return isProblem && isCoded(body, status) ? undefined : `${status} is no problem+json: ${text}`;
}

function isCoded(body: unknown, status: number): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return 'code' in body && typeof body.code === 'string' && 'status' in body && body.status === status;
}
