import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { DateTime, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSchoolId } from '../../app/school.ts';
import { DecidePayment } from './decide-payment.tsx';
import { ResolveTask } from './resolve-task.tsx';
import { TaskRoom } from './task-room.tsx';
import { factsOf, taskWords, type Task } from './task-words.ts';
import { useResolutionText } from './use-resolution-text.ts';

/** One task: what it is, since when, by when, where it is done, and how it ended. */
export function TaskCard({ task }: { task: Task }) {
  const { i18n } = useLingui();
  const formats = useFormat();
  const { title, todo } = taskWords[task.kind];
  return (
    <article className="kk-panel kk-stack" data-gap="3">
      <div className="kk-row" data-between>
        <Heading level={2} data-size="2xs">
          {i18n._(title)}
        </Heading>
        <Deadline task={task} />
      </div>
      <Paragraph>{i18n._(todo(factsOf(task), formats))}</Paragraph>
      <Paragraph className="kk-subtle" data-size="sm">
        <Trans>
          Siden <DateTime iso={task.createdAt} />
        </Trans>
      </Paragraph>
      {task.resolvedAt === null ? <Actions task={task} /> : <Outcome task={task} resolvedAt={task.resolvedAt} />}
    </article>
  );
}

function Deadline({ task: { dueAt, resolvedAt } }: { task: Task }) {
  const { date } = useFormat();
  if (dueAt === null || resolvedAt !== null) return null;
  const day = date(dueAt);
  return new Date(dueAt) < new Date() ? (
    <Tag data-color="danger">
      <Trans>Fristen gikk ut {day}</Trans>
    </Tag>
  ) : (
    <Tag data-color="warning">
      <Trans>Frist {day}</Trans>
    </Tag>
  );
}

function Outcome({ task, resolvedAt }: { task: Task; resolvedAt: string }) {
  const resolutionOf = useResolutionText();
  return (
    <Paragraph data-size="sm">
      <Trans>
        Løst <DateTime iso={resolvedAt} />
      </Trans>
      {task.resolvedBy !== null && ` · ${task.resolvedBy}`}
      {task.resolution !== null && ` · ${resolutionOf(task.resolution)}`}
    </Paragraph>
  );
}

function Actions({ task }: { task: Task }) {
  const schoolId = useSchoolId();
  const [isOpen, setIsOpen] = useState(false);
  const pupilId = factsOf(task).text('pupilId');
  const close = () => setIsOpen(false);
  return (
    <div className="kk-row" data-gap="4">
      {(task.byNote || task.kind === 'payment_discrepancy') && (
        <Button onClick={() => setIsOpen(true)}>
          {task.byNote ? <Trans>Merk som løst</Trans> : <Trans>Avgjør betalingen</Trans>}
        </Button>
      )}
      <TaskRoom task={task} />
      {pupilId !== '' && (
        <Link className="ds-link" to="/$schoolId/elever/$pupilId" params={{ schoolId, pupilId }}>
          <Trans>Åpne eleven</Trans>
        </Link>
      )}
      {isOpen &&
        (task.byNote ? <ResolveTask task={task} onClose={close} /> : <DecidePayment task={task} onClose={close} />)}
    </div>
  );
}
