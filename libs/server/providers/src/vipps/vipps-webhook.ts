import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookHeaders } from '../payment-provider.ts';
import { WebhookNotVerified } from '../provider.errors.ts';

const toleranceMs = 5 * 60 * 1_000;

/** A webhook as it came in. */
export interface SignedRequest {
  readonly rawBody: Buffer;
  readonly headers: WebhookHeaders;
  /** Path and query that it was sent to. */
  readonly path: string;
}

/**
 * Verifies that a webhook is Vipps's and new (developer.vippsmobilepay.com/docs/APIs/webhooks-api/request-authentication):
 * an HMAC-SHA256, by the secret as it stands, over method, path, date, host and the body's hash. Whatever stands in front
 * of the API must pass host and path on as they were. Throws WebhookNotVerified.
 */
export function verifyVippsWebhook({ rawBody, headers, path }: SignedRequest, secret: string, now: Date): void {
  const date = one(headers['x-ms-date']);
  const host = one(headers['host']);
  const contentHash = createHash('sha256').update(rawBody).digest('base64');
  const isNew = Math.abs(now.getTime() - Date.parse(date)) <= toleranceMs;
  const signed = `POST\n${path}\n${date};${host};${contentHash}`;
  const signature = createHmac('sha256', secret).update(signed).digest('base64');
  const expected = `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`;
  const isTheirs = isSame(one(headers['authorization']), expected);
  if (!isNew || !isTheirs || !isSame(one(headers['x-ms-content-sha256']), contentHash)) throw new WebhookNotVerified();
}

function one(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
