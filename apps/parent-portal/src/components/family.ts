import { api } from '../app/api.ts';

/** A child's guardians and open invitations, as far as this guardian may be told. */
export function useFamily(pupilId: string) {
  return api.query.useQuery('get', '/pupils/{pupilId}/guardians', { params: { path: { pupilId } } });
}

/** Key of that query, to ask again after somebody was invited. */
export const familyKey = ['get', '/pupils/{pupilId}/guardians'] as const;
