import type { Body } from '@kantinekortet/api-client';
import { asFile, attemptId, dropDraft } from '@kantinekortet/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { Case, CaseStatus } from '../../components/cases/case-words.ts';
import { refreshInbox } from './use-cases.ts';

interface Writing {
  kind: Body<'/schools/{schoolId}/support-cases/{id}/messages', 'post'>['kind'];
  body: string;
  files: readonly File[];
  status: CaseStatus | undefined;
}

interface Answer {
  messageId: string;
  seq: number;
}

// Under which ids files are at the school: a second try of the same answer sends none twice.
const stored = new WeakMap<File, string>();

/**
 * Writes in a case as somebody who has read all that `one` holds; its files go first. A second try of the same text is the same message; a
 * refusal fetches what came in between and leaves the draft alone.
 */
export function useWriteInCase(one: Case, draftKey: string) {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();

  async function store(file: File): Promise<string[]> {
    const known = stored.get(file);
    if (known !== undefined) return [known];
    const { data } = await api.client.POST('/schools/{schoolId}/support-cases/{id}/attachments', {
      params: { path: { schoolId, id: one.id }, query: { fileName: file.name } },
      ...asFile(file),
    });
    if (!data) return [];
    stored.set(file, data.id);
    return [data.id];
  }

  async function storeAll(files: readonly File[]): Promise<string[]> {
    const ids: string[] = [];
    for (const file of files) ids.push(...(await store(file)));
    return ids;
  }

  const write = useMutation({
    mutationFn: async ({ status, files, ...text }: Writing): Promise<Answer> => {
      const message = { ...text, fileIds: await storeAll(files) };
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
