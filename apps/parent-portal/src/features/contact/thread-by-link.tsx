import './texts.ts';
import { Button } from '@digdir/designsystemet-react';
import { problemOf } from '@kantinekortet/api-client';
import { asFile, Loading, QueryState } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { api } from '../../app/api.ts';
import { AttachFile } from './attach-file.tsx';
import { Thread } from './thread.tsx';

// Most links are alive.
const DeadLink = lazy(async () => ({ default: (await import('../../components/dead-link.tsx')).DeadLink }));

const route = getRouteApi('/henvendelse');

/** A case by the link of its mails, without signing in. */
export function ThreadByLink() {
  const hash = useLocation({ select: (location) => location.hash });
  // Mails that were sent before have it in the query.
  const { sak } = route.useSearch();
  const key = new URLSearchParams(hash).get('sak') ?? sak ?? '';
  const queryClient = useQueryClient();
  const queryKey = ['thread', key];
  const thread = useQuery({
    queryKey,
    queryFn: async () => (await api.client.POST('/support-cases/thread', { body: { key } })).data,
  });
  const write = useMutation({
    mutationFn: async (message: { id: string; body: string }) =>
      (await api.client.POST('/support-cases/thread/messages', { body: { key, ...message } })).data,
    onSuccess: (data) => queryClient.setQueryData(queryKey, data),
  });

  const attach = useMutation({
    mutationFn: (file: File) =>
      api.client.POST('/support-cases/thread/attachments', {
        params: { query: { fileName: file.name }, header: { 'Case-Key': key } },
        ...asFile(file),
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  });

  const load = async (attachmentId: string) =>
    (
      await api.client.GET('/support-cases/thread/attachments/{attachmentId}', {
        params: { path: { attachmentId }, header: { 'Case-Key': key } },
        parseAs: 'blob',
      })
    ).data;

  // A link that was cut in the mail is too short to be a key (400), or is nobody's (404).
  const { status } = problemOf(thread.error);
  if (thread.error && (status === 404 || status === 400)) {
    return (
      <Suspense fallback={<Loading />}>
        <DeadLink error={thread.error}>
          <Button asChild>
            <Link to="/kontakt">
              <Trans>Skriv til skolen</Trans>
            </Link>
          </Button>
        </DeadLink>
      </Suspense>
    );
  }
  return (
    <QueryState query={thread} isScreen>
      {(found) => found && <Thread thread={found} write={write} load={load} attach={<AttachFile attach={attach} />} />}
    </QueryState>
  );
}
