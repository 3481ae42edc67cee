import type { FastifyInstance } from 'fastify';
import { accountControlRoutes } from './account-control.routes.ts';
import { apiFaults, webhookFaults, type Fault } from './faults.ts';
import type { Merchant } from './merchants.ts';
import type { ControlParts } from './provider-sandbox.ts';
import { parseMerchant } from './settings.ts';

const faultKinds = [...apiFaults, ...webhookFaults];

const faultSchema = {
  type: 'object',
  required: ['kind'],
  additionalProperties: false,
  properties: {
    kind: { enum: faultKinds },
    merchantId: { type: 'string' },
    operation: { type: 'string' },
    times: { type: 'integer', minimum: 1, default: 1 },
    delayMs: { type: 'integer', minimum: 0, default: 1_000 },
  },
};

/** What tests and scripts order and ask; no provider has these. */
export function controlRoutes(app: FastifyInstance, { context, providers, open }: ControlParts): void {
  const { merchants, faults, webhooks } = context;
  accountControlRoutes(app, { context, providers, open });

  app.get('/control/health', () => ({ status: 'ok' }));

  app.get('/control/merchants', () => ({ items: merchants.all().map(withoutSecrets) }));
  app.post('/control/merchants', async (request, reply) => {
    const merchant = parsedOr(request.body);
    if (typeof merchant === 'string') return reply.status(400).send({ error: merchant });
    const provider = providers.find(({ name }) => name === merchant.provider);
    if (!provider) return reply.status(400).send({ error: `There is no provider ${merchant.provider}.` });
    const missing = provider.credentialNames.filter((name) => !merchant.credentials[name]);
    if (missing.length > 0) return reply.status(400).send({ error: `Missing credentials: ${missing.join(', ')}.` });
    return reply.status(201).send(withoutSecrets(merchants.register(merchant)));
  });

  app.get('/control/faults', () => ({ items: faults.pending() }));
  app.post<{ Body: Fault }>('/control/faults', { schema: { body: faultSchema } }, async (request, reply) => {
    faults.order(request.body);
    return reply.status(201).send(request.body);
  });
  app.delete('/control/faults', async (_request, reply) => {
    faults.clear();
    return reply.status(204).send();
  });

  app.get<{ Querystring: { merchantId?: string } }>('/control/payments', ({ query: { merchantId } }) => {
    const records = open.flatMap((provider) => provider.payments());
    return { items: records.filter((record) => merchantId === undefined || record.merchantId === merchantId) };
  });
  app.post<{ Params: { reference: string } }>('/control/payments/:reference/settle', async (request, reply) => {
    const isDone = open.some((provider) => provider.settle(request.params.reference));
    return reply.status(isDone ? 204 : 409).send();
  });
  app.post<{ Params: { reference: string } }>('/control/payments/:reference/expire', async (request, reply) => {
    const isDone = open.some((provider) => provider.expire(request.params.reference));
    return reply.status(isDone ? 204 : 409).send();
  });

  app.get<{ Querystring: { merchantId?: string } }>('/control/refunds', ({ query: { merchantId } }) => {
    const records = open.flatMap((provider) => provider.refunds());
    return { items: records.filter((record) => merchantId === undefined || record.merchantId === merchantId) };
  });
  app.post<{ Params: { reference: string; answer: 'succeeded' | 'failed' } }>(
    '/control/refunds/:reference/:answer(^succeeded|failed$)',
    async ({ params: { reference, answer } }, reply) => {
      const isDone = open.some((provider) => provider.answerRefund(reference, answer));
      return reply.status(isDone ? 204 : 409).send();
    },
  );

  app.get<{ Querystring: { merchantId?: string } }>('/control/webhooks', async ({ query: { merchantId } }) => {
    await webhooks.idle();
    return {
      items: webhooks.all().filter((delivery) => merchantId === undefined || delivery.merchantId === merchantId),
    };
  });
  app.post<{ Params: { eventId: string }; Querystring: { forged?: string } }>(
    '/control/webhooks/:eventId/send',
    async (request, reply) => {
      const delivery = webhooks.all().find(({ eventId }) => eventId === request.params.eventId);
      const merchant = delivery && merchants.get(delivery.merchantId);
      if (!delivery || !merchant) return reply.status(404).send();
      const status = await webhooks.send({ merchant, ...delivery }, { forged: request.query.forged === 'true' });
      return { status };
    },
  );
}

function parsedOr(body: unknown): Merchant | string {
  try {
    return parseMerchant(body);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function withoutSecrets({ id, provider, displayName, webhookUrl }: Merchant) {
  return { id, provider, displayName, webhookUrl };
}
