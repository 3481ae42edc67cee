import { ProviderUnavailable } from '../provider.errors.ts';
import { JsonFields } from './json-fields.ts';
import type { VippsCredentials } from './vipps.credentials.ts';

export const vippsName = 'vipps';

const answerTimeoutMs = 8_000;
/** A token is renewed this long before it ends, so that it does not end on its way. */
const tokenMarginMs = 60_000;

/** Vipps answered that it will not do this. Nothing was done. */
export class VippsRefusal extends Error {
  readonly status: number;

  constructor(status: number, title: string) {
    super(`Vipps refused with ${status}: ${title}`);
    this.status = status;
  }
}

interface Token {
  readonly value: string;
  readonly endsAtMs: number;
}

/**
 * Vipps MobilePay's HTTP API with one sales unit's keys. Keeps an access token as long as it lasts. Every call may throw
 * VippsRefusal, or ProviderUnavailable when the answer says nothing about the outcome.
 */
export class VippsClient {
  private readonly credentials: VippsCredentials;
  private token: Promise<Token> | undefined;

  constructor(credentials: VippsCredentials) {
    this.credentials = credentials;
  }

  async get(path: string): Promise<unknown> {
    return this.authorized('GET', path, {});
  }

  /** The same key is the same request, however often it is sent (header `Idempotency-Key`, at most 50 characters). */
  async post(path: string, body: object, idempotencyKey: string): Promise<unknown> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
    return this.authorized('POST', path, { headers, body: JSON.stringify(body) });
  }

  private async authorized(method: string, path: string, init: RequestInit): Promise<unknown> {
    const used = this.freshToken();
    const { value } = await used;
    const send = (token: string): Promise<Response> =>
      this.send(method, path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
    const response = await send(value);
    if (response.status !== 401) return read(response);
    // The token may have been called back before its time: once with a new one.
    if (this.token === used) this.token = undefined;
    return read(await send((await this.freshToken()).value));
  }

  private freshToken(): Promise<Token> {
    const asked = this.token ?? this.askForToken();
    const kept = asked.then((token) => (token.endsAtMs > Date.now() + tokenMarginMs ? token : this.askForToken()));
    this.token = kept;
    // A failure is told to who waits for it, and the next one asks anew.
    kept.catch(() => {
      if (this.token === kept) this.token = undefined;
    });
    return kept;
  }

  private async askForToken(): Promise<Token> {
    const { clientId, clientSecret } = this.credentials;
    const headers = { client_id: clientId, client_secret: clientSecret };
    const fields = new JsonFields(await read(await this.send('POST', '/accesstoken/get', { headers })));
    const lifetimeMs = Number(fields.text('expires_in')) * 1_000;
    return { value: fields.text('access_token'), endsAtMs: Date.now() + lifetimeMs };
  }

  private async send(method: string, path: string, init: RequestInit): Promise<Response> {
    const { apiUrl, subscriptionKey, merchantSerialNumber } = this.credentials;
    try {
      return await fetch(new URL(path, apiUrl), {
        ...init,
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(answerTimeoutMs),
        headers: {
          ...init.headers,
          'ocp-apim-subscription-key': subscriptionKey,
          'merchant-serial-number': merchantSerialNumber,
          'vipps-system-name': 'kantinekortet',
          'vipps-system-version': '0.1.0',
        },
      });
    } catch {
      throw new ProviderUnavailable(vippsName);
    }
  }
}

/** The JSON of an answer. Throws VippsRefusal for 4xx, and ProviderUnavailable for what says nothing. */
async function read(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => {
    throw new ProviderUnavailable(vippsName);
  });
  if (response.status >= 500 || response.status === 429) throw new ProviderUnavailable(vippsName);
  if (!response.ok) throw new VippsRefusal(response.status, text.slice(0, 200));
  return text === '' ? {} : JSON.parse(text);
}
