import { api } from '../../app/api.ts';

const everyMs = 30_000;

/** How many cases each view of the school's inbox holds; asked again twice a minute. */
export function useCaseCounts(schoolId: string) {
  return api.query.useQuery(
    'get',
    '/schools/{schoolId}/support-cases/counts',
    { params: { path: { schoolId } } },
    { refetchInterval: everyMs },
  );
}
