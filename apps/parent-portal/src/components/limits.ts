import { api } from '../app/api.ts';

/** A child's limits; the daily limit is null when there is none. */
export function useLimits(pupilId: string) {
  return api.query.useQuery('get', '/pupils/{pupilId}/limits', { params: { path: { pupilId } } });
}

/** Key of that query, to ask again after a limit was changed. */
export const limitsKey = ['get', '/pupils/{pupilId}/limits'] as const;
