import type { Body } from '@kantinekortet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { refreshInbox } from './use-cases.ts';

/** Changes who has a case, what it is about or how it stands. */
export function useChangeCase(id: string) {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'/schools/{schoolId}/support-cases/{id}', 'patch'>) =>
      api.client.PATCH('/schools/{schoolId}/support-cases/{id}', { params: { path: { schoolId, id } }, body }),
    onSettled: () => refreshInbox(queryClient),
  });
}
