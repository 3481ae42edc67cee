import './texts.ts';
import { Link as TextLink } from '@digdir/designsystemet-react';
import { asFile, QueryState, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { AttachFile } from './attach-file.tsx';
import { ownCasesKey } from './own-cases-key.ts';
import { Thread } from './thread.tsx';

const route = getRouteApi('/signed-in/henvendelser/$caseId');
const path = '/guardians/me/support-cases/{id}';
const texts: ProblemTexts = { case_not_found: msg`Vi finner ikke saken blant dine.` };

/** One of the guardian's own cases. */
export function OwnCase() {
  const { caseId } = route.useParams();
  const queryClient = useQueryClient();
  const init = { params: { path: { id: caseId } } };
  const thread = api.query.useQuery('get', path, init);
  const write = useMutation({
    mutationFn: async (body: { id: string; body: string }) =>
      (await api.client.POST('/guardians/me/support-cases/{id}/messages', { ...init, body })).data,
    onSuccess: async (data) => {
      queryClient.setQueryData(['get', path, init], data);
      await queryClient.invalidateQueries({ queryKey: ownCasesKey });
    },
  });
  const attach = useMutation({
    mutationFn: (file: File) =>
      api.client.POST('/guardians/me/support-cases/{id}/attachments', {
        params: { path: { id: caseId }, query: { fileName: file.name } },
        ...asFile(file),
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['get', path, init] });
      await queryClient.invalidateQueries({ queryKey: ownCasesKey });
    },
  });
  return (
    <QueryState query={thread} texts={texts} isScreen>
      {(found) => (
        <Thread
          thread={found}
          write={write}
          load={async (attachmentId) =>
            (
              await api.client.GET('/guardians/me/support-cases/{id}/attachments/{attachmentId}', {
                params: { path: { id: caseId, attachmentId } },
                parseAs: 'blob',
              })
            ).data
          }
          attach={<AttachFile attach={attach} />}
          above={
            <TextLink asChild>
              <Link to="/henvendelser">
                <Trans>Alle henvendelser</Trans>
              </Link>
            </TextLink>
          }
        />
      )}
    </QueryState>
  );
}
