import { Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { Money, PageHeader, QueryState } from '@kantinekortet/ui';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import styles from './overview.module.css';
import { WaitingCases } from './waiting-cases.tsx';
import { WaitingTasks } from './waiting-tasks.tsx';

type Figures = Reply<'/schools/{schoolId}/overview', 'get'>;

/** How far the school has come on its way from cash, and today's sales. */
export function Overview() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const overview = api.query.useQuery('get', '/schools/{schoolId}/overview', { params: { path: { schoolId } } });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Oversikt`} />
      <WaitingTasks />
      <QueryState query={overview}>{(figures) => <OverviewFigures figures={figures} />}</QueryState>
      <WaitingCases />
    </div>
  );
}

function OverviewFigures({ figures }: { figures: Figures }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const { pupils, withCard, withGuardian, withMoney } = figures;
  if (pupils === 0) return <FirstSteps />;
  return (
    <>
      <section className={styles.tiles} aria-label={t`I dag`}>
        <Card className={styles.tile}>
          <span className="kk-subtle">
            <Trans>Salg i dag</Trans>
          </span>
          <strong>
            <Money ore={figures.salesTodayOre} />
          </strong>
          <span className="kk-subtle">
            <Plural value={figures.salesTodayCount} one="# kjøp" other="# kjøp" />
          </span>
        </Card>
        <Card className={styles.tile}>
          <span className="kk-subtle">
            <Trans>Elever</Trans>
          </span>
          <strong>{pupils}</strong>
          <Link className="ds-link" to="/$schoolId/elever" params={{ schoolId }}>
            <Trans>Se alle elever</Trans>
          </Link>
        </Card>
      </section>
      <section className="kk-stack" data-gap="4" aria-labelledby="klare">
        <Heading level={2} data-size="xs" id="klare">
          <Trans>Klare for kortet</Trans>
        </Heading>
        <Progress label={t`Har aktivt kort`} count={withCard} total={pupils} />
        <Progress label={t`Har foresatt med profil`} count={withGuardian} total={pupils} />
        <Progress label={t`Har penger på kortet`} count={withMoney} total={pupils} />
      </section>
    </>
  );
}

function Progress({ label, count, total }: { label: string; count: number; total: number }) {
  const { t } = useLingui();
  return (
    <div className={styles.progress}>
      <span>{label}</span>
      <progress value={count} max={total} aria-label={label} />
      <span className="kk-number">{t`${count} av ${total}`}</span>
    </div>
  );
}

function FirstSteps() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const steps = [
    { to: '/$schoolId/elevliste', label: t`Importer elevene` },
    { to: '/$schoolId/varer', label: t`Legg inn varene` },
    { to: '/$schoolId/kasser', label: t`Koble til en kasse` },
    { to: '/$schoolId/kort', label: t`Skriv ut kort og brev` },
  ] as const;
  return (
    <Card className={styles.steps}>
      <Heading level={2} data-size="xs">
        <Trans>Kom i gang</Trans>
      </Heading>
      <Paragraph>
        <Trans>Fire steg, så er skolen klar for kortet.</Trans>
      </Paragraph>
      <ol>
        {steps.map(({ to, label }) => (
          <li key={to}>
            <Link className="ds-link" to={to} params={{ schoolId }}>
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}
