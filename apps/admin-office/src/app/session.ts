import { sessionQueryOf } from '@kantinekortet/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from './api.ts';

/** Who is signed in to this SPA, or null. */
export const sessionQuery = sessionQueryOf(api);

/** The signed-in person and roles, or null; undefined while it is asked. */
export function useSession() {
  return useQuery(sessionQuery).data;
}
