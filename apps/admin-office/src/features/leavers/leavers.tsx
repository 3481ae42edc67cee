import { Button, Paragraph, Table } from '@digdir/designsystemet-react';
import type { Item, Reply } from '@kantinekortet/api-client';
import { DateTime, EmptyState, Money, PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import linkTable from '../../components/link-table.module.css';
import { PayLeavers } from './pay-leavers.tsx';

type LeaverList = Reply<'/schools/{schoolId}/leavers', 'get'>;
type Leaver = Item<'/schools/{schoolId}/leavers'>;

/** Money on the cards of those who have left: whose it is, and one click for all that can be sent back now. */
export function Leavers() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const leavers = api.query.useQuery('get', '/schools/{schoolId}/leavers', { params: { path: { schoolId } } });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Penger til dem som har sluttet`}>
        <Trans>Pengene blir stående til de er betalt tilbake. Vi minner på etter 30 og 90 dager.</Trans>
      </PageHeader>
      <Link className="ds-link" to="/$schoolId/utbetalinger" params={{ schoolId }}>
        <Trans>Alle utbetalinger</Trans>
      </Link>
      <QueryState query={leavers}>{(found) => <Found found={found} />}</QueryState>
    </div>
  );
}

function Found({ found: { items } }: { found: LeaverList }) {
  const { t } = useLingui();
  const [isPaying, setIsPaying] = useState(false);
  const wishes = items.flatMap(({ walletId, payers }) =>
    payers.map(({ payerId, sendableOre }) => ({ walletId, payerId, amountOre: sendableOre })),
  );
  const sendable = wishes.filter(({ amountOre }) => amountOre > 0);
  if (items.length === 0) {
    return (
      <EmptyState title={t`Ingen som har sluttet, har penger igjen`}>
        <Trans>Når en elev slutter, får foresatte beskjed med en gang.</Trans>
      </EmptyState>
    );
  }
  return (
    <>
      {sendable.length > 0 && (
        <div>
          <Button onClick={() => setIsPaying(true)}>
            <Trans>Betal tilbake det som kan sendes nå</Trans>
          </Button>
        </div>
      )}
      <div className={linkTable.scroll}>
        <Table className={linkTable.table}>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t`Elev`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Sluttet`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Betalt av`}</Table.HeaderCell>
              <Table.HeaderCell className="kk-number">{t`Igjen`}</Table.HeaderCell>
              <Table.HeaderCell className="kk-number">{t`Kan sendes nå`}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {items.map((leaver) => (
              <LeaverRow key={leaver.walletId} leaver={leaver} />
            ))}
          </Table.Body>
        </Table>
      </div>
      {isPaying && <PayLeavers wishes={sendable} onClose={() => setIsPaying(false)} />}
    </>
  );
}

function LeaverRow({ leaver }: { leaver: Leaver }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const { pupilId, pupilName, leftAt, payers } = leaver;
  return (
    <Table.Row>
      <Table.Cell>
        <Link className="ds-link" to="/$schoolId/elever/$pupilId" params={{ schoolId, pupilId }}>
          {pupilName}
        </Link>
      </Table.Cell>
      <Table.Cell>
        <DateTime iso={leftAt} show="date" />
      </Table.Cell>
      <Table.Cell>
        {payers.map(({ payerId, payerKind, payerName, bankOre, accountLast4 }) => (
          <Paragraph key={payerId}>
            {payerKind === 'household' ? t`Skolen tok imot` : payerName}
            {bankOre > 0 && accountLast4 === null && ` · ${t`mangler kontonummer`}`}
          </Paragraph>
        ))}
        {payers.length === 0 && t`Gave fra skolen`}
      </Table.Cell>
      <Table.Cell className="kk-number">
        {payers.map(({ payerId, providerOre, bankOre }) => (
          <Paragraph key={payerId}>
            <Money ore={providerOre + bankOre} />
          </Paragraph>
        ))}
      </Table.Cell>
      <Table.Cell className="kk-number">
        {payers.map(({ payerId, sendableOre }) => (
          <Paragraph key={payerId}>
            <Money ore={sendableOre} />
          </Paragraph>
        ))}
      </Table.Cell>
    </Table.Row>
  );
}
