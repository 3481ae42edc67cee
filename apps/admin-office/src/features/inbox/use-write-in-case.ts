import type { Body } from '@kantinekortet/api-client';
import { attemptId, dropDraft } from '@kantinekortet/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { Case, CaseStatus } from '../../components/cases/case-words.ts';
import { refreshInbox } from './use-cases.ts';

interface Writing {
  kind: Body<'/schools/{schoolId}/support-cases/{id}/messages', 'post'>['kind'];
  body: string;
  status: CaseStatus | undefined;
}

interface Answer {
  messageId: string;
  seq: number;
}

/**
 * Writes in a case as somebody who has read all that `one` holds. A second try of the same text is the same message; a
 * refusal fetches what came in between and leaves the draft alone.
 */
export function useWriteInCase(one: Case, draftKey: string) {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const write = useMutation({
    mutationFn: async ({ status, ...message }: Writing): Promise<Answer> => {
      const id = attemptId(draftKey, message);
      const { data } = await api.client.POST('/schools/{schoolId}/support-cases/{id}/messages', {
        params: { path: { schoolId, id: one.id } },
        body: { ...message, id, seenSeq: one.seq, ...(status !== undefined && { status }) },
      });
      return { messageId: id, seq: data?.seq ?? one.seq };
    },
    onSuccess: () => dropDraft(draftKey),
    onSettled: () => refreshInbox(queryClient),
  });
  return {
    send: (writing: Writing): Promise<Answer | undefined> => write.mutateAsync(writing).catch(() => undefined),
    isPending: write.isPending,
    error: write.error,
  };
}
