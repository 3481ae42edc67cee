import type { Reply } from '@kantinekortet/api-client';
import { api } from '../../app/api.ts';

const path = '/top-ups/auto-top-ups/{walletId}';
const askAgainMs = 2_000;

export const autoTopUpKey = ['get', path];

/** A guardian's rule for one child, their saved card, and what is under way. */
export type AutoTopUpState = Reply<typeof path, 'get'>;
export type Rule = NonNullable<AutoTopUpState['rule']>;
export type SavedCard = NonNullable<AutoTopUpState['savedCard']>;

/** Asked again while a charge is being made. */
export function useAutoTopUp(walletId: string) {
  return api.query.useQuery(
    'get',
    path,
    { params: { path: { walletId } } },
    { refetchInterval: ({ state }) => (state.data?.rule?.run?.status === 'charging' ? askAgainMs : false) },
  );
}
