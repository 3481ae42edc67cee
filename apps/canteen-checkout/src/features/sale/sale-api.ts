import type { Api } from '@kantinekortet/api-client';
import type { CardLookup, Receipt, SaleRequest } from './sale-state.ts';

/** How long the till waits for an answer before it says that the outcome is unknown, and asks again. */
const timeoutMs = 5_000;

export interface SaleApi {
  sell(request: SaleRequest): Promise<Receipt>;
  /** Gives up a sale of unknown outcome: undefined when it can never be booked now, its receipt when it was booked. */
  giveUp(saleId: string): Promise<Receipt | undefined>;
  lookUp(cardToken: string): Promise<CardLookup>;
  /** Takes a sale back, all of it; `returnId` stays the same when it is asked again. Answers the amount in øre. */
  takeBack(saleId: string, returnId: string): Promise<number>;
}

/** The sale's calls over HTTP. Every one rejects with ApiProblem; `network` when no answer came in time. */
export function saleApi({ client }: Api): SaleApi {
  const signal = () => AbortSignal.timeout(timeoutMs);
  return {
    async sell(body) {
      const { data } = await client.POST('/sales', { body, signal: signal() });
      return present(data);
    },
    async giveUp(id) {
      const { data } = await client.POST('/sales/{id}/give-up', { params: { path: { id } }, signal: signal() });
      const answer = present(data);
      if (answer.outcome === 'given_up') return undefined;
      const sold = await client.GET('/sales/{id}', { params: { path: { id } }, signal: signal() });
      return present(sold.data);
    },
    async lookUp(cardToken) {
      const body = { cardToken };
      const { data } = await client.POST('/registers/current/card-lookups', { body, signal: signal() });
      return present(data);
    },
    async takeBack(id, returnId) {
      const options = { params: { path: { id } }, body: { id: returnId }, signal: signal() };
      const { data } = await client.POST('/sales/{id}/return', options);
      return present(data).amountOre;
    },
  };
}

function present<T>(data: T | undefined): T {
  if (data === undefined) throw new TypeError('The answer had no body');
  return data;
}
