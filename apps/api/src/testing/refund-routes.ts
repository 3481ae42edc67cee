import { newId } from '@kantinekortet/platform';
import { family, guardians, type RouteLine } from './who-may.ts';

/** Money out. */
export const refundRoutes: Readonly<Record<string, RouteLine>> = {
  'GET /wallets/{id}/refundable': family,
  'POST /refunds': {
    ...family,
    body: ({ pupil: { walletId }, ids }) => ({
      id: newId(),
      walletId,
      amountOre: 1_000,
      payoutAccountId: ids['payout-accounts'],
    }),
  },
  'GET /refunds': guardians,
  'GET /refunds/{id}': family,
  'POST /refunds/{id}/cancel': family,
};
