import type { FastifyInstance } from 'fastify';
import type { AccountPlay, ControlParts, DisputeAnswer, DisputeWish } from './provider-sandbox.ts';

interface ByReference {
  Params: { reference: string };
}

/** What tests order to happen to a merchant's account at the provider. */
export function accountControlRoutes(app: FastifyInstance, { context, providers, open }: ControlParts): void {
  const accounts = open.map(({ account }) => account);
  const accountOf = (merchantId: string): AccountPlay | undefined => {
    const provider = context.merchants.get(merchantId)?.provider;
    return accounts[providers.findIndex(({ name }) => name === provider)];
  };

  app.post<ByReference & { Body: { amountOre: number } }>(
    '/control/payments/:reference/refund',
    async ({ params: { reference }, body: { amountOre } }, reply) => {
      const isDone = open.some((provider) => provider.refundThere(reference, amountOre));
      return reply.status(isDone ? 204 : 409).send();
    },
  );
  app.post<ByReference & { Body: DisputeWish }>(
    '/control/payments/:reference/dispute',
    async ({ params: { reference }, body }, reply) => {
      for (const account of accounts) {
        const dispute = account.dispute(reference, body);
        if (dispute !== undefined) return { reference: dispute };
      }
      return reply.status(409).send();
    },
  );
  app.post<{ Params: { reference: string; answer: DisputeAnswer } }>(
    '/control/disputes/:reference/:answer(^won|lost|escalated|closed$)',
    async ({ params: { reference, answer } }, reply) => {
      const isDone = accounts.some((account) => account.answerDispute(reference, answer));
      return reply.status(isDone ? 204 : 409).send();
    },
  );
  app.post<{ Body: { merchantId: string } }>('/control/payouts', ({ body: { merchantId } }) => {
    return { items: [accountOf(merchantId)?.issuePayout(merchantId)].filter((payout) => payout !== undefined) };
  });
  app.get<{ Params: { merchantId: string } }>('/control/accounts/:merchantId', ({ params: { merchantId } }) => {
    return { items: [accountOf(merchantId)?.record(merchantId)].filter((record) => record !== undefined) };
  });
}
