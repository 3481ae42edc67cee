import { Button, Paragraph, Table } from '@digdir/designsystemet-react';
import type { Item, Reply } from '@kantinekortet/api-client';
import { DateTime, download, EmptyState, Money, PageHeader, ProblemAlert, QueryState } from '@kantinekortet/ui';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../app/api.ts';
import { useSchoolId } from '../../../app/school.ts';
import linkTable from '../../../components/link-table.module.css';
import styles from '../books.module.css';
import { useIdleBalances } from './use-idle-balances.ts';

type IdleList = Reply<'/schools/{schoolId}/idle-balances', 'get'>;
type IdleBalance = Item<'/schools/{schoolId}/idle-balances'>;

/** Money that nobody has touched for a year, or whose owners have left: whose it is, and what to do about it. */
export function IdleBalances() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Penger i ro`}>
        <Trans>Kort uten bevegelse i tolv måneder, og kort til dem som har sluttet. Vi tar aldri gebyr for det.</Trans>
      </PageHeader>
      <Link className="ds-link" to="/$schoolId/regnskap" params={{ schoolId }}>
        <Trans>Tilbake til Regnskap</Trans>
      </Link>
      <QueryState query={useIdleBalances()}>{(found) => <Found found={found} />}</QueryState>
    </div>
  );
}

function Found({ found: { count, totalOre, items } }: { found: IdleList }) {
  const { t } = useLingui();
  if (count === 0) {
    return (
      <EmptyState title={t`Ingen penger ligger i ro`}>
        <Trans>Her kommer kort som ingen har brukt på et år, og kort til dem som har sluttet.</Trans>
      </EmptyState>
    );
  }
  return (
    <>
      <Paragraph>
        <Plural value={count} one="# kort, til sammen" other="# kort, til sammen" /> <Money ore={totalOre} />.
        {count > items.length && (
          <>
            {' '}
            <Trans>De største vises her. Alle er med i tabellen du laster ned.</Trans>
          </>
        )}
      </Paragraph>
      <TakeOut />
      <div className={`${linkTable.scroll ?? ''} ${styles.plain ?? ''}`}>
        <Table className={linkTable.table}>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t`Elev`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Klasse`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Siste bevegelse`}</Table.HeaderCell>
              <Table.HeaderCell className={styles.amount ?? ''}>{t`Beløp`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Neste steg`}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {items.map((idle) => (
              <Row key={idle.pupilId} idle={idle} />
            ))}
          </Table.Body>
        </Table>
      </div>
    </>
  );
}

function Row({ idle }: { idle: IdleBalance }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const { pupilId, pupilName, className, hasLeft, lastMovedAt, balanceOre } = idle;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <Link className="ds-link" to="/$schoolId/elever/$pupilId" params={{ schoolId, pupilId }}>
          {pupilName}
        </Link>
      </Table.HeaderCell>
      <Table.Cell>{hasLeft ? t`${className}, sluttet` : className}</Table.Cell>
      <Table.Cell>
        <DateTime iso={lastMovedAt} show="date" />
      </Table.Cell>
      <Table.Cell className={`${styles.amount ?? ''} kk-number`}>
        <Money ore={balanceOre} />
      </Table.Cell>
      <Table.Cell>
        <NextStep step={idle.nextStep} />
      </Table.Cell>
    </Table.Row>
  );
}

function NextStep({ step }: { step: IdleBalance['nextStep'] }) {
  const schoolId = useSchoolId();
  switch (step) {
    case 'wait':
      return <Trans>Refusjon er på vei</Trans>;
    case 'pay_leaver':
      return (
        <Link className="ds-link" to="/$schoolId/utbetalinger/sluttet" params={{ schoolId }}>
          <Trans>Betal tilbake</Trans>
        </Link>
      );
    case 'pay_tomorrow':
      return <Trans>Kan betales tilbake fra i morgen</Trans>;
    case 'ask_guardian':
      return <Trans>Minn foresatte på at de kan få pengene tilbake</Trans>;
    case 'contact_family':
      return <Trans>Kontakt familien</Trans>;
  }
}

function TakeOut() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const save = useMutation({
    mutationFn: async () => {
      const params = { path: { schoolId } };
      const { data } = await api.client.GET('/schools/{schoolId}/idle-balances.csv', { params, parseAs: 'blob' });
      if (data) download(data, `${t`Penger i ro`}.csv`);
    },
  });
  return (
    <div className="kk-stack" data-gap="3">
      <div>
        <Button variant="secondary" loading={save.isPending} onClick={() => save.mutate()}>
          <Trans>Last ned tabell</Trans>
        </Button>
      </div>
      <ProblemAlert error={save.error} />
    </div>
  );
}
