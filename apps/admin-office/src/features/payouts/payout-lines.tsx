import { Button, Heading, Table } from '@digdir/designsystemet-react';
import { Money } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSchoolId } from '../../app/school.ts';
import linkTable from '../../components/link-table.module.css';
import type { Payout, PayoutLine } from './payout-types.ts';
import { ReturnLine } from './return-line.tsx';
import { usePayoutWords } from './use-payout-words.ts';

/** Each payment of a file, and what became of it. */
export function PayoutLines({ payout }: { payout: Payout }) {
  const { t } = useLingui();
  const [returning, setReturning] = useState<PayoutLine>();
  const hasLeft = payout.sentAt !== null;
  return (
    <section className="kk-stack" data-gap="3" aria-labelledby="linjer">
      <Heading level={2} data-size="2xs" id="linjer">
        <Trans>Linjer</Trans>
      </Heading>
      <div className={linkTable.scroll}>
        <Table className={linkTable.table}>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell className="kk-number">{t`Nr.`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Til konto`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Elev`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Status`}</Table.HeaderCell>
              <Table.HeaderCell className="kk-number">{t`Beløp`}</Table.HeaderCell>
              {hasLeft && <Table.HeaderCell>{t`Kom i retur`}</Table.HeaderCell>}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {payout.lines.map((line) => (
              <LineRow key={line.number} line={line} {...(hasLeft && { onReturn: () => setReturning(line) })} />
            ))}
          </Table.Body>
        </Table>
      </div>
      {returning && <ReturnLine payoutId={payout.id} line={returning} onClose={() => setReturning(undefined)} />}
    </section>
  );
}

function LineRow({ line, onReturn }: { line: PayoutLine; onReturn?: () => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const { lines } = usePayoutWords();
  const { number, holderName, last4, pupilId, pupilName, status, returnReason, answeredBy } = line;
  return (
    <Table.Row>
      <Table.Cell className="kk-number">{number}</Table.Cell>
      <Table.Cell>
        {holderName} •••• {last4}
      </Table.Cell>
      <Table.Cell>
        <Link className="ds-link" to="/$schoolId/elever/$pupilId" params={{ schoolId, pupilId }}>
          {pupilName}
        </Link>
      </Table.Cell>
      <Table.Cell>
        {lines[status]}
        {(returnReason ?? answeredBy) !== null && (
          <div className="kk-subtle">{[returnReason, answeredBy].filter((text) => text !== null).join(' · ')}</div>
        )}
      </Table.Cell>
      <Table.Cell className="kk-number">
        <Money ore={line.amountOre} />
      </Table.Cell>
      {onReturn && (
        <Table.Cell>
          {(status === 'included' || status === 'settled') && (
            <Button
              variant="tertiary"
              data-size="sm"
              data-color="danger"
              aria-label={t`Kom i retur: ${holderName}`}
              onClick={onReturn}
            >
              <Trans>Kom i retur</Trans>
            </Button>
          )}
        </Table.Cell>
      )}
    </Table.Row>
  );
}
