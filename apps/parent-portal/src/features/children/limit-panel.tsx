import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Loading, Money, QueryState } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Child } from '../../components/children.ts';
import { useLimits } from '../../components/limits.ts';

/** The daily limit and what is used of it today. */
export function LimitPanel({ child }: { child: Child }) {
  const limits = useLimits(child.pupilId);
  return (
    <section className="kk-panel kk-stack" data-gap="3">
      <Heading level={2} data-size="2xs">
        <Trans>Dagsgrense</Trans>
      </Heading>
      <QueryState query={limits} loading={<Loading rows={1} />}>
        {({ dailyLimitOre }) => <LimitToday child={child} dailyLimitOre={dailyLimitOre} />}
      </QueryState>
    </section>
  );
}

function LimitToday({ child, dailyLimitOre }: { child: Child; dailyLimitOre: number | null }) {
  const { spentTodayOre, pupilId } = child;
  return (
    <>
      <Paragraph className="kk-subtle">
        {dailyLimitOre === null ? (
          <Trans>
            Ingen grense. Brukt i dag: <Money ore={spentTodayOre} />.
          </Trans>
        ) : (
          <Trans>
            Brukt <Money ore={spentTodayOre} /> av <Money ore={dailyLimitOre} /> i dag.
          </Trans>
        )}
      </Paragraph>
      <div>
        <Button asChild variant="secondary" data-color="neutral">
          <Link to="/barn/$pupilId/grense" params={{ pupilId }}>
            {dailyLimitOre === null ? <Trans>Sett dagsgrense</Trans> : <Trans>Endre grensen</Trans>}
          </Link>
        </Button>
      </div>
    </>
  );
}
