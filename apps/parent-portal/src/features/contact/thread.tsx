import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import {
  attemptId,
  DateTime,
  dropDraft,
  Form,
  keepDraft,
  MessageField,
  PageHeader,
  ProblemAlert,
  readDraft,
  SubmitButton,
} from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { maximumMessageLength } from './question-field.tsx';
import { StatusTag } from './status-tag.tsx';
import styles from './thread.module.css';
import { topicNames } from './topics.ts';

// Most answers bring none.
const ReceivedFiles = lazy(async () => ({ default: (await import('./received-files.tsx')).ReceivedFiles }));

type Case = Reply<'/support-cases/thread', 'post'>;

interface ThreadProps {
  thread: Case;
  write: Writing;
  /** Fetches a file that an answer brought. */
  load: (fileId: string) => Promise<Blob | undefined>;
  above?: ReactNode;
  /** Below what is written, for those who may attach files. */
  attach?: ReactNode;
}

interface Writing {
  mutateAsync: (message: { id: string; body: string }) => Promise<unknown>;
  isPending: boolean;
  isSuccess: boolean;
  error: unknown;
}

/** What the sender and the school have written, and the field for more. */
export function Thread({ thread, write, load, above, attach }: ThreadProps) {
  const { i18n, t } = useLingui();
  const ownFiles = thread.files.filter(({ messageId }) => messageId === null);
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Sak ${thread.number}`} above={above} actions={<StatusTag status={thread.status} />}>
        {i18n._(topicNames[thread.topic])}, {thread.schoolName}
      </PageHeader>
      <Messages thread={thread} load={load} />
      {ownFiles.length > 0 && <OwnFiles items={ownFiles} />}
      <div role="status" className="kk-live">
        {write.isSuccess && <Trans>Meldingen er sendt til skolen.</Trans>}
      </div>
      <section className="kk-panel kk-stack" data-gap="5">
        {thread.status === 'closed' && (
          <Paragraph>
            <Trans>Saken er avsluttet. Skriver du mer, åpnes den igjen.</Trans>
          </Paragraph>
        )}
        <WriteMore caseId={thread.id} write={write} />
        {attach}
      </section>
    </div>
  );
}

function Messages({ thread: { messages, files }, load }: Pick<ThreadProps, 'thread' | 'load'>) {
  return (
    <ol className={styles.messages}>
      {messages.map(({ id, isOwn, body, createdAt }) => (
        <li key={id} className={styles.message} data-own={isOwn || undefined}>
          <span className={styles.who}>
            {isOwn ? <Trans>Du</Trans> : <Trans>Skolen</Trans>} · <DateTime iso={createdAt} />
          </span>
          <span className={styles.body}>{body}</span>
          {files.some(({ messageId }) => messageId === id) && (
            <Suspense>
              <ReceivedFiles items={files.filter(({ messageId }) => messageId === id)} load={load} />
            </Suspense>
          )}
        </li>
      ))}
    </ol>
  );
}

function OwnFiles({ items }: { items: Case['files'] }) {
  return (
    <section className="kk-stack" data-gap="2" aria-labelledby="vedlegg">
      <Heading level={2} data-size="2xs" id="vedlegg">
        <Trans>Vedlegg du har sendt</Trans>
      </Heading>
      <ul className={styles.files}>
        {items.map(({ id, fileName, createdAt }) => (
          <li key={id}>
            {fileName}{' '}
            <span className="kk-subtle">
              <DateTime iso={createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WriteMore({ caseId, write }: { caseId: string; write: Writing }) {
  const { t } = useLingui();
  const draftKey = `case.${caseId}`;
  const form = useForm({ defaultValues: { body: readDraft(draftKey)['body'] ?? '' }, shouldFocusError: false });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keepDraft(draftKey, values) }),
    [form, draftKey],
  );

  async function submit({ body }: { body: string }): Promise<void> {
    try {
      await write.mutateAsync({ id: attemptId(draftKey, body), body });
    } catch {
      // The mutation shows it; what was typed stays.
      return;
    }
    form.reset({ body: '' });
    dropDraft(draftKey);
  }

  return (
    <Form form={form} onSubmit={submit}>
      <MessageField
        form={form}
        name="body"
        label={t`Skriv mer`}
        rows={4}
        maxLength={maximumMessageLength}
        rules={{ validate: (text) => text.trim() !== '' || t`Skriv en melding` }}
      />
      <ProblemAlert error={write.error} />
      <div>
        <SubmitButton busy={write.isPending}>
          <Trans>Send</Trans>
        </SubmitButton>
      </div>
    </Form>
  );
}
