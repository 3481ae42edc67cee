import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiFaults, type ApiFault } from '../faults.ts';
import type { Merchant } from '../merchants.ts';
import type { SandboxContext } from '../provider-sandbox.ts';
import { VippsFailure } from './vipps-failure.ts';
import type { VippsState } from './vipps-state.ts';

export interface VippsCall {
  merchant: Merchant;
  body: Readonly<Record<string, unknown>>;
  /** What varies in the path, by its name there. */
  params: Readonly<Record<string, string | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
  idempotencyKey: string | null;
  /** An ordered fault that the operation itself plays. */
  fault: ApiFault | undefined;
}

interface Endpoint {
  /** By which faults find it. */
  operation: string;
  run: (call: VippsCall) => object;
}

interface Token {
  merchantId: string;
  endsAtMs: number;
}

const tokenLifetimeS = 3_600;
/** What a token is for; the same for every sales unit. */
const tokenResource = '00000002-0000-0000-c000-000000000000';
const longestKey = 50;

/** Turns an operation into a route with Vipps's keys, tokens, idempotency, problems and the ordered faults. */
export class VippsEndpoints {
  readonly #context: SandboxContext;
  readonly #state: VippsState;
  /** Tokens end with the sandbox: a merchant then asks for a new one. */
  readonly #tokens = new Map<string, Token>();

  constructor(context: SandboxContext, state: VippsState) {
    this.#context = context;
    this.#state = state;
  }

  /** `POST /accesstoken/get`: the keys of a sales unit for a token. */
  giveToken = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { merchants, faults, now } = this.#context;
    const merchant = merchants
      .all()
      .find(
        ({ provider, credentials }) =>
          provider === 'vipps' &&
          credentials['clientId'] === request.headers['client_id'] &&
          credentials['clientSecret'] === request.headers['client_secret'] &&
          credentials['subscriptionKey'] === request.headers['ocp-apim-subscription-key'],
      );
    if (!merchant) return reply.status(401).send({ title: 'Unauthorized', status: 401 });
    const fault = faults.strike(apiFaults, { merchantId: merchant.id, operation: 'accesstoken.get' })?.kind;
    if (fault?.startsWith('timeout') === true) return reply.hijack();
    if (fault !== undefined) return reply.status(500).send({ title: 'Internal error', status: 500 });
    const token = randomUUID();
    const startS = Math.floor(now().getTime() / 1_000);
    this.#tokens.set(token, { merchantId: merchant.id, endsAtMs: (startS + tokenLifetimeS) * 1_000 });
    return reply.send({
      token_type: 'Bearer',
      expires_in: String(tokenLifetimeS),
      ext_expires_in: '0',
      expires_on: String(startS + tokenLifetimeS),
      not_before: String(startS),
      resource: tokenResource,
      access_token: token,
    });
  };

  handler({ operation, run }: Endpoint) {
    return async (
      request: FastifyRequest<{ Params: VippsCall['params']; Querystring: VippsCall['query'] }>,
      reply: FastifyReply,
    ): Promise<FastifyReply> => {
      try {
        const merchant = this.#authenticate(request);
        const fault = this.#context.faults.strike(apiFaults, { merchantId: merchant.id, operation })?.kind;
        if (fault === 'timeout_before') return await reply.hijack();
        if (fault === 'error_500') throw new VippsFailure(500, 'Internal error', 'Try again.');
        if (fault === 'unavailable_503') throw new VippsFailure(503, 'Unavailable', 'Try again.');
        const call = {
          merchant,
          body: recordOf(request.body),
          params: request.params,
          query: request.query,
          idempotencyKey: keyOf(request),
          fault: apiFaults.find((kind) => kind === fault),
        };
        const answer = this.#once(request, call, run);
        if (fault === 'timeout_after') return await reply.hijack();
        if (fault === 'error_500_after') throw new VippsFailure(500, 'Internal error', 'Try again.');
        return await reply.status(answer.status).type('application/json').send(answer.body);
      } catch (error) {
        if (!(error instanceof VippsFailure)) throw error;
        return reply.status(error.status).type('application/problem+json').send(JSON.stringify(error.problem));
      }
    };
  }

  #authenticate({ headers }: FastifyRequest): Merchant {
    const token = this.#tokens.get(headers.authorization?.replace(/^Bearer /, '') ?? '');
    const merchant = token && this.#context.merchants.get(token.merchantId);
    const isKnown =
      merchant?.credentials['subscriptionKey'] === headers['ocp-apim-subscription-key'] &&
      merchant?.credentials['merchantSerialNumber'] === headers['merchant-serial-number'];
    if (!merchant || !isKnown || token.endsAtMs <= this.#context.now().getTime()) {
      throw new VippsFailure(401, 'Unauthorized', 'The access token or the subscription key is not valid.');
    }
    return merchant;
  }

  /** The first answer to a key is the answer, refusals too; another request under it is refused. */
  #once(request: FastifyRequest, call: VippsCall, run: Endpoint['run']): { status: number; body: string } {
    if (call.idempotencyKey === null) return { status: 200, body: JSON.stringify(run(call)) };
    const id = `${call.merchant.id} ${call.idempotencyKey}`;
    const fingerprint = `${request.url} ${JSON.stringify(call.body)}`;
    const remembered = this.#state.answers.get(id);
    if (remembered && remembered.fingerprint !== fingerprint) {
      throw new VippsFailure(409, 'Conflict', 'This idempotency key was used for another request.');
    }
    if (remembered) return remembered;
    const status = request.url.endsWith('/payments') ? 201 : 200;
    return this.#state.answers.put({ id, fingerprint, status, body: JSON.stringify(run(call)) });
  }
}

/** Every POST needs a key (developer.vippsmobilepay.com/docs/knowledge-base/http-headers). */
function keyOf({ method, headers }: FastifyRequest): string | null {
  if (method === 'GET') return null;
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || key === '' || key.length > longestKey) {
    throw new VippsFailure(400, 'Bad request', `Idempotency-Key must be 1 to ${longestKey} characters.`);
  }
  return key;
}

function recordOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
}
