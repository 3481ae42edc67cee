import { api } from '../app/api.ts';
import { useIsOffice } from '../app/use-is-office.ts';

const everyMs = 60_000;

/** How much waits for the office, and how much of it is late; asked again every minute, by the office alone. */
export function useTaskCounts(schoolId: string) {
  const enabled = useIsOffice();
  return api.query.useQuery(
    'get',
    '/schools/{schoolId}/tasks/counts',
    { params: { path: { schoolId } } },
    { refetchInterval: everyMs, enabled },
  );
}
