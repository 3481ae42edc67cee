import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiFaults, type ApiFault } from '../faults.ts';
import type { Merchant } from '../merchants.ts';
import type { SandboxContext } from '../provider-sandbox.ts';
import { FormParams } from './form-params.ts';
import { StripeFailure } from './stripe-failure.ts';
import { stripeId } from './stripe-ids.ts';
import type { RememberedAnswer, StripeState } from './stripe-state.ts';

export interface StripeCall {
  merchant: Merchant;
  params: FormParams;
  /** The `:id` of the path, or an empty text. */
  id: string;
  /** An ordered fault that the operation itself plays. */
  fault: ApiFault | undefined;
}

interface Endpoint {
  /** The SDK's name of the call, by which faults find it. */
  operation: string;
  /** Top-level parameters; any other is refused. */
  params: readonly string[];
  /** An object, or the JSON of one. */
  run: (call: StripeCall) => object | string;
}

interface Answer {
  status: number;
  body: string;
  requestId: string;
}

const keyLifetimeMs = 24 * 60 * 60 * 1_000;

/** Turns an operation into a route with Stripe's authentication, idempotency, error objects and the ordered faults. */
export class StripeEndpoints {
  readonly #context: SandboxContext;
  readonly #state: StripeState;

  constructor(context: SandboxContext, state: StripeState) {
    this.#context = context;
    this.#state = state;
  }

  handler(endpoint: Endpoint) {
    return async (request: FastifyRequest<{ Params: { id?: string } }>, reply: FastifyReply): Promise<FastifyReply> => {
      const requestId = stripeId('req');
      void reply.header('request-id', requestId).header('stripe-version', request.headers['stripe-version'] ?? '');
      try {
        return await this.#serve(endpoint, request, reply, requestId);
      } catch (error) {
        if (!(error instanceof StripeFailure)) throw error;
        return reply.status(error.status).send({ error: { ...error.error, request_log_url: null } });
      }
    };
  }

  async #serve(
    endpoint: Endpoint,
    request: FastifyRequest<{ Params: { id?: string } }>,
    reply: FastifyReply,
    requestId: string,
  ): Promise<FastifyReply> {
    const merchant = this.#authenticate(request.headers.authorization);
    const fault = this.#context.faults.strike(apiFaults, {
      merchantId: merchant.id,
      operation: endpoint.operation,
    })?.kind;
    if (fault === 'timeout_before') return neverAnswer(reply);
    if (fault === 'error_500') throw StripeFailure.internal(500);
    if (fault === 'unavailable_503') throw StripeFailure.internal(503);

    const params = new FormParams(request.method === 'GET' ? queryOf(request.url) : textOf(request.body));
    const call = { merchant, params, id: request.params.id ?? '', fault: apiFaults.find((kind) => kind === fault) };
    const answer = this.#once(endpoint, request, call, requestId);
    if (fault === 'timeout_after') return neverAnswer(reply);
    if (fault === 'error_500_after') throw StripeFailure.internal(500);
    if (answer.requestId !== requestId) {
      void reply.header('idempotent-replayed', 'true').header('original-request', answer.requestId);
    }
    return reply.status(answer.status).type('application/json').send(answer.body);
  }

  #authenticate(authorization: string | undefined): Merchant {
    const key = secretKeyOf(authorization);
    if (key === undefined) {
      throw StripeFailure.unauthenticated(
        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
      );
    }
    const merchant = this.#context.merchants.withCredential('stripe', 'secretKey', key);
    if (!merchant) throw StripeFailure.unauthenticated(`Invalid API Key provided: ${masked(key)}`);
    return merchant;
  }

  /** The first answer to a key is the answer (docs.stripe.com/api/idempotent_requests). */
  #once(endpoint: Endpoint, request: FastifyRequest, call: StripeCall, requestId: string): Answer {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string') return this.#execute(endpoint, call, requestId);
    const id = `${call.merchant.id} ${key}`;
    const fingerprint = `${request.method} ${request.url} ${call.params.fingerprint}`;
    const remembered = this.#remembered(id);
    if (remembered && remembered.fingerprint !== fingerprint) {
      const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
      throw new StripeFailure(400, { type: 'idempotency_error', message });
    }
    if (remembered) return remembered;
    const answer = this.#execute(endpoint, call, requestId);
    this.#state.answers.put({ id, fingerprint, ...answer, answeredAtMs: this.#context.now().getTime() });
    return answer;
  }

  #remembered(id: string): RememberedAnswer | undefined {
    const answer = this.#state.answers.get(id);
    const isFresh = answer !== undefined && answer.answeredAtMs + keyLifetimeMs > this.#context.now().getTime();
    return isFresh ? answer : undefined;
  }

  #execute(endpoint: Endpoint, call: StripeCall, requestId: string): Answer {
    call.params.allowOnly([...endpoint.params, 'expand']);
    try {
      const result = endpoint.run(call);
      return { status: 200, body: typeof result === 'string' ? result : JSON.stringify(result), requestId };
    } catch (error) {
      if (!(error instanceof StripeFailure) || error.beforeExecution) throw error;
      return { status: error.status, body: JSON.stringify({ error: error.error }), requestId };
    }
  }
}

/** Leaves the caller waiting: it gives up by its own time-out. */
function neverAnswer(reply: FastifyReply): FastifyReply {
  return reply.hijack();
}

function secretKeyOf(authorization: string | undefined): string | undefined {
  const [scheme, credentials = ''] = authorization?.split(' ') ?? [];
  if (scheme === 'Bearer' && credentials !== '') return credentials;
  if (scheme === 'Basic') return Buffer.from(credentials, 'base64').toString('utf8').split(':')[0];
  return undefined;
}

function masked(key: string): string {
  return `${key.slice(0, 8)}${'*'.repeat(Math.max(0, key.length - 12))}${key.slice(-4)}`;
}

function queryOf(url: string): string {
  return url.split('?')[1] ?? '';
}

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : '';
}
