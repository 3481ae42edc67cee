import { Button, Chip, Heading } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { EmptyState, QueryState, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData } from '@tanstack/react-query';
import { api } from '../../../app/api.ts';
import { useSchoolId } from '../../../app/school.ts';
import { Entry } from './entry.tsx';
import styles from './timeline.module.css';

export type TimelineEntry = Item<'/schools/{schoolId}/pupils/{pupilId}/timeline'>;

const topics = ['sale', 'money', 'card', 'guardian', 'limit', 'enrolment', 'case'] as const;
type Topic = (typeof topics)[number];

interface TimelineProps {
  pupilId: string;
  /** The topics that are shown, with commas between them; all without it. */
  shown: string | undefined;
  onShow: (shown: string | undefined) => void;
}

/** Everything that happened to a pupil, newest first, by day: who, when and why. */
export function Timeline({ pupilId, shown, onShow }: TimelineProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const chosen = topics.filter((topic) => shown?.split(',').includes(topic));
  const timeline = api.query.useInfiniteQuery(
    'get',
    '/schools/{schoolId}/pupils/{pupilId}/timeline',
    { params: { path: { schoolId, pupilId }, query: chosen.length > 0 ? { topics: chosen } : {} } },
    {
      initialPageParam: null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    },
  );
  return (
    <section className="kk-stack" data-gap="3" aria-labelledby="tidslinje">
      <Heading level={2} data-size="2xs" id="tidslinje">
        <Trans>Tidslinje</Trans>
      </Heading>
      <Topics chosen={chosen} onChoose={(next) => onShow(next.length > 0 ? next.join(',') : undefined)} />
      <QueryState query={timeline}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.items);
          if (entries.length === 0) {
            return (
              <EmptyState title={t`Ingenting her ennå`}>
                <Trans>Kjøp, påfyll, kort og endringer vises her.</Trans>
              </EmptyState>
            );
          }
          return (
            <>
              <Days entries={entries} />
              {timeline.hasNextPage && (
                <div>
                  <Button
                    variant="secondary"
                    loading={timeline.isFetchingNextPage}
                    onClick={() => void timeline.fetchNextPage()}
                  >
                    <Trans>Vis flere</Trans>
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </QueryState>
    </section>
  );
}

function Topics({ chosen, onChoose }: { chosen: readonly Topic[]; onChoose: (chosen: readonly Topic[]) => void }) {
  const { t } = useLingui();
  const names: Readonly<Record<Topic, string>> = {
    sale: t`Kjøp`,
    money: t`Penger`,
    card: t`Kort`,
    guardian: t`Foresatte`,
    limit: t`Grenser`,
    enrolment: t`Skolegang`,
    case: t`Henvendelser`,
  };
  const toggle = (topic: Topic) =>
    onChoose(chosen.includes(topic) ? chosen.filter((one) => one !== topic) : [...chosen, topic]);
  return (
    <div className="kk-row" data-gap="2" role="group" aria-label={t`Vis bare`}>
      {topics.map((topic) => (
        <Chip.Checkbox key={topic} checked={chosen.includes(topic)} onChange={() => toggle(topic)}>
          {names[topic]}
        </Chip.Checkbox>
      ))}
    </div>
  );
}

function Days({ entries }: { entries: readonly TimelineEntry[] }) {
  const format = useFormat();
  const days = Map.groupBy(entries, ({ at }) => format.date(at));
  return (
    <div className="kk-panel">
      {[...days].map(([day, ofDay]) => (
        <section key={day} className={styles.day} aria-label={day}>
          <Heading level={3} data-size="2xs" className={styles.date}>
            {day}
          </Heading>
          <ol className={styles.entries}>
            {ofDay.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
