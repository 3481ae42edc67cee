import { PageHeader, QueryState, EmptyState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@digdir/designsystemet-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { TaskCard } from './task-card.tsx';
import styles from './tasks.module.css';

const route = getRouteApi('/$schoolId/oppgaver');

/** What only a person at the office can do, most urgent first, and what has been done. */
export function Tasks() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const isDone = route.useSearch().vis === 'ferdige';
  const tasks = api.query.useInfiniteQuery(
    'get',
    '/schools/{schoolId}/tasks',
    { params: { path: { schoolId }, query: { show: isDone ? 'resolved' : 'open' } } },
    { initialPageParam: null, getNextPageParam: ({ nextCursor }) => nextCursor },
  );
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Oppgaver`}>
        <Trans>Det som systemet ikke kan avgjøre alene.</Trans>
      </PageHeader>
      <nav className={styles.views} aria-label={t`Visning`}>
        <View vis={undefined} isShown={!isDone} label={t`Åpne`} />
        <View vis="ferdige" isShown={isDone} label={t`Ferdige`} />
      </nav>
      <QueryState query={tasks}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return isDone ? <NothingDone /> : <NothingToDo />;
          return (
            <>
              <ul className={styles.list}>
                {items.map((task) => (
                  <li key={task.id}>
                    <TaskCard task={task} />
                  </li>
                ))}
              </ul>
              {tasks.hasNextPage && (
                <Button
                  variant="secondary"
                  className={styles.more ?? ''}
                  loading={tasks.isFetchingNextPage}
                  onClick={() => void tasks.fetchNextPage()}
                >
                  <Trans>Vis flere</Trans>
                </Button>
              )}
            </>
          );
        }}
      </QueryState>
    </div>
  );
}

function View({ vis, isShown, label }: { vis: string | undefined; isShown: boolean; label: string }) {
  const schoolId = useSchoolId();
  return (
    <Link
      to="/$schoolId/oppgaver"
      params={{ schoolId }}
      search={vis === undefined ? {} : { vis }}
      activeOptions={{ exact: true, includeSearch: false }}
      aria-current={isShown ? 'page' : undefined}
      data-shown={isShown || undefined}
    >
      {label}
    </Link>
  );
}

function NothingToDo() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`Ingen oppgaver`}>
      <Trans>Når noe trenger en avgjørelse fra skolen, står det her.</Trans>
    </EmptyState>
  );
}

function NothingDone() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`Ingen ferdige oppgaver`}>
      <Trans>Oppgaver som er løst, står her med hvem som gjorde det, og hvorfor.</Trans>
    </EmptyState>
  );
}
