import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useSchoolId } from '../../app/school.ts';
import { useTaskCounts } from '../../components/task-counts.ts';

/** That something waits which only the office can do; nothing when nothing does. */
export function WaitingTasks() {
  const schoolId = useSchoolId();
  const { open, overdue } = useTaskCounts(schoolId).data ?? { open: 0, overdue: 0 };
  if (open === 0) return null;
  return (
    <Alert data-color={overdue > 0 ? 'danger' : 'warning'}>
      <Paragraph>
        <Plural value={open} one="# oppgave venter på skolen." other="# oppgaver venter på skolen." />{' '}
        {overdue > 0 && <Plural value={overdue} one="# har gått ut på frist." other="# har gått ut på frist." />}{' '}
        <Link className="ds-link" to="/$schoolId/oppgaver" params={{ schoolId }}>
          <Trans>Se oppgavene</Trans>
        </Link>
      </Paragraph>
    </Alert>
  );
}
