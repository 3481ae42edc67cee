import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useSchoolId } from '../../app/school.ts';
import { factsOf, type Task } from './task-words.ts';

/** Tasks about one payment file. */
const inAFile: ReadonlySet<Task['kind']> = new Set([
  'payout_approval',
  'payout_not_fetched',
  'payout_unanswered',
  'payout_contradiction',
]);

/** The way to where a task is done, for those that are done elsewhere. */
export function TaskRoom({ task }: { task: Task }) {
  const schoolId = useSchoolId();
  const { kind } = task;
  if (inAFile.has(kind)) {
    const payoutId = factsOf(task).text('payoutId');
    return (
      <Link className="ds-link" to="/$schoolId/utbetalinger/$payoutId" params={{ schoolId, payoutId }}>
        <Trans>Åpne filen</Trans>
      </Link>
    );
  }
  if (kind === 'refund_approval' || kind === 'payout_overdue') {
    return (
      <Link className="ds-link" to="/$schoolId/utbetalinger" params={{ schoolId }}>
        <Trans>Åpne Utbetalinger</Trans>
      </Link>
    );
  }
  if (kind === 'terminal_day_open') {
    return (
      <Link
        className="ds-link"
        to="/$schoolId/bankterminal"
        params={{ schoolId }}
        search={{ dag: factsOf(task).text('day') }}
      >
        <Trans>Åpne Bankterminal</Trans>
      </Link>
    );
  }
  if (kind === 'books_red' || kind === 'limited_network_near' || kind === 'limited_network_over') {
    return (
      <Link className="ds-link" to="/$schoolId/regnskap" params={{ schoolId }}>
        <Trans>Åpne Regnskap</Trans>
      </Link>
    );
  }
  return null;
}
