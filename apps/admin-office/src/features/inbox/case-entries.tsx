import { Tag } from '@digdir/designsystemet-react';
import { DateTime, SavedFile } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { Case } from '../../components/cases/case-words.ts';
import styles from './inbox.module.css';
import { useStepTexts } from './step-texts.ts';

type CaseFile = Case['files'][number];

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
      content: <Message one={one} message={message} />,
    })),
    ...one.files
      .filter(({ messageId }) => messageId === null)
      .map((file) => ({
        id: file.id,
        at: file.createdAt,
        content: (
          <AttachedFile caseId={one.id} file={file}>
            <span className="kk-subtle">
              <DateTime iso={file.createdAt} />
            </span>
            {!file.isFromSender && (
              <Tag data-color="neutral" data-size="sm">
                <Trans>Ikke sendt</Trans>
              </Tag>
            )}
          </AttachedFile>
        ),
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

function Message({ one, message }: { one: Case; message: Case['messages'][number] }) {
  const { id, kind, authorName, body, createdAt } = message;
  return (
    <div className={styles.message} data-kind={kind}>
      <span className="kk-row kk-subtle">
        <strong>{authorName ?? one.senderName}</strong>
        <DateTime iso={createdAt} />
        {kind === 'note' && (
          <Tag data-color="warm" data-size="sm">
            <Trans>Internt notat</Trans>
          </Tag>
        )}
      </span>
      <span className={styles.body}>{body}</span>
      {one.files
        .filter(({ messageId }) => messageId === id)
        .map((file) => (
          <AttachedFile key={file.id} caseId={one.id} file={file} />
        ))}
    </div>
  );
}

/** A file of the case, with what it weighs. */
function AttachedFile({ caseId, file, children }: { caseId: string; file: CaseFile; children?: ReactNode }) {
  const schoolId = useSchoolId();
  const load = async () =>
    (
      await api.client.GET('/schools/{schoolId}/support-cases/{id}/attachments/{attachmentId}', {
        params: { path: { schoolId, id: caseId, attachmentId: file.id } },
        parseAs: 'blob',
      })
    ).data;
  return (
    <SavedFile fileName={file.fileName} load={load}>
      <span className="kk-subtle">{Math.ceil(file.byteCount / 1000)} kB</span>
      {children}
    </SavedFile>
  );
}
