import type { QueryClient } from '@tanstack/react-query';
import { keepPreviousData } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { View } from './views.tsx';

const everyMs = 30_000;

/** The cases of a view, or those that fit a search, page by page; asked again twice a minute. */
export function useCases(view: View, text: string | undefined) {
  const schoolId = useSchoolId();
  const query = { view, ...(text !== undefined && { query: text }) };
  return api.query.useInfiniteQuery(
    'get',
    '/schools/{schoolId}/support-cases',
    { params: { path: { schoolId }, query } },
    {
      initialPageParam: null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
      refetchInterval: everyMs,
    },
  );
}

/** After a change: the lists and counts are asked for again, and the case where it is shown. */
export async function refreshInbox(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [, path] }) => typeof path === 'string' && path.includes('/support-cases'),
  });
}
