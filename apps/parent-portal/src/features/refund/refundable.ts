import type { Item, Reply } from '@kantinekortet/api-client';
import { keepPreviousData } from '@tanstack/react-query';
import { api } from '../../app/api.ts';

export type Refundable = Reply<'/wallets/{id}/refundable', 'get'>;
export type Way = Refundable['ways'][number];
export type Refund = Item<'/refunds'>;
export type RefundPart = Refund['parts'][number];

/** What one can have back of a wallet's money, and the ways that an amount of it, or all of it, goes. */
export function useRefundable(walletId: string, amountOre?: number) {
  const params = { path: { id: walletId }, query: amountOre === undefined ? {} : { amountOre } };
  return api.query.useQuery('get', '/wallets/{id}/refundable', { params }, { placeholderData: keepPreviousData });
}

/** Keys of what a refund changes. */
export const refundKeys = [
  ['get', '/wallets/{id}/refundable'],
  ['get', '/refunds'],
  ['get', '/refunds/{id}'],
] as const;
