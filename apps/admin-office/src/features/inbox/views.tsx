import type { Reply } from '@kantinekortet/api-client';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useSchoolId } from '../../app/school.ts';
import { useCaseCounts } from '../../components/cases/case-counts.ts';
import styles from './inbox.module.css';

type Counts = Reply<'/schools/{schoolId}/support-cases/counts', 'get'>;

export const views = ['unassigned', 'mine', 'open', 'waiting', 'closed'] as const;
export type View = (typeof views)[number];

/** The view that an address names; the first for anything else. */
export function viewOf(value: string | undefined): View {
  return views.find((view) => view === value) ?? 'unassigned';
}

/** The views of the inbox, each with how many cases it holds. */
export function Views({ shown }: { shown: View }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const counts = useCaseCounts(schoolId).data;
  const names = {
    unassigned: t`Ikke tildelt`,
    mine: t`Mine`,
    open: t`Alle åpne`,
    waiting: t`Venter`,
    closed: t`Lukket`,
  };
  return (
    <nav className={styles.views} aria-label={t`Visning`}>
      {views.map((view) => {
        const count = countOf(counts, view);
        return (
          <Link
            key={view}
            to="/$schoolId/henvendelser"
            params={{ schoolId }}
            search={view === 'unassigned' ? {} : { vis: view }}
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={view === shown ? 'page' : undefined}
            data-shown={view === shown || undefined}
          >
            {names[view]}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </Link>
        );
      })}
    </nav>
  );
}

function countOf(counts: Counts | undefined, view: View): number | undefined {
  return view === 'closed' ? undefined : counts?.[view];
}
