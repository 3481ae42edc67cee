import { Button, Tag } from '@digdir/designsystemet-react';
import { DateTime, ProblemAlert, download } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { PaperclipIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { Case } from '../../components/cases/case-words.ts';
import styles from './inbox.module.css';
import { useStepTexts } from './step-texts.ts';

interface Entry {
  id: string;
  at: string;
  content: ReactNode;
}

/** What was written, sent and done in a case, as it came. */
export function CaseEntries({ one }: { one: Case }) {
  const { t } = useLingui();
  const stepText = useStepTexts();
  const entries: Entry[] = [
    ...one.messages.map((message) => ({
      id: message.id,
      at: message.createdAt,
      content: <Message message={message} senderName={one.senderName} />,
    })),
    ...one.files.map((file) => ({
      id: file.id,
      at: file.createdAt,
      content: <AttachedFile caseId={one.id} file={file} />,
    })),
    ...one.steps.map((step) => ({
      id: step.id,
      at: step.occurredAt,
      content: (
        <span className="kk-subtle">
          {stepText(step)} · {step.actorName ?? one.senderName} · <DateTime iso={step.occurredAt} />
        </span>
      ),
    })),
  ];
  entries.sort((a, b) => a.at.localeCompare(b.at));
  return (
    <ol className={styles.entries} aria-label={t`Det som er skrevet og gjort`}>
      {entries.map(({ id, content }) => (
        <li key={id}>{content}</li>
      ))}
    </ol>
  );
}

function Message({ message, senderName }: { message: Case['messages'][number]; senderName: string }) {
  const { kind, authorName, body, createdAt } = message;
  return (
    <div className={styles.message} data-kind={kind}>
      <span className="kk-row kk-subtle">
        <strong>{authorName ?? senderName}</strong>
        <DateTime iso={createdAt} />
        {kind === 'note' && (
          <Tag data-color="warm" data-size="sm">
            <Trans>Internt notat</Trans>
          </Tag>
        )}
      </span>
      <span className={styles.body}>{body}</span>
    </div>
  );
}

/** Saved, never shown: a file from outside is opened by the program that the reader chooses. */
function AttachedFile({ caseId, file }: { caseId: string; file: Case['files'][number] }) {
  const schoolId = useSchoolId();
  const save = useMutation({
    mutationFn: async () => {
      const { data } = await api.client.GET('/schools/{schoolId}/support-cases/{id}/attachments/{attachmentId}', {
        params: { path: { schoolId, id: caseId, attachmentId: file.id } },
        parseAs: 'blob',
      });
      if (data) download(data, file.fileName);
    },
  });
  return (
    <div className="kk-stack" data-gap="2">
      <div className="kk-row">
        <Button variant="tertiary" loading={save.isPending} onClick={() => save.isPending || save.mutate()}>
          <PaperclipIcon aria-hidden />
          <Trans>Last ned {file.fileName}</Trans>
        </Button>
        <span className="kk-subtle">
          {Math.ceil(file.byteCount / 1000)} kB · <DateTime iso={file.createdAt} />
        </span>
      </div>
      <ProblemAlert error={save.error} />
    </div>
  );
}
