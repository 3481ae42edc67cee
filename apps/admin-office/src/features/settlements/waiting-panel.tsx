import { Button, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { Money } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import linkTable from '../../components/link-table.module.css';
import { EnterSettlement } from './enter-settlement.tsx';
import type { Clearing } from './settlement-types.ts';
import { useSettlementWords } from './use-settlement-words.ts';

/** What is paid and not yet on the client account, each way of paying by itself. */
export function WaitingPanel({ clearings }: { clearings: readonly Clearing[] }) {
  const { t } = useLingui();
  const { methodName } = useSettlementWords();
  const [isEntering, setIsEntering] = useState(false);
  return (
    <section className="kk-panel kk-stack" data-gap="4" aria-labelledby="venter">
      <Heading level={2} data-size="2xs" id="venter">
        <Trans>Venter på oppgjør</Trans>
      </Heading>
      <Table className={linkTable.table} data-size="sm">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t`Betalt med`}</Table.HeaderCell>
            <Table.HeaderCell className="kk-number">{t`Venter`}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {clearings.map(({ clearing, method, waitingOre, hasReports }) => (
            <Table.Row key={clearing}>
              <Table.HeaderCell scope="row">
                {methodName(method)}
                <div className="kk-subtle">{hasReports ? t`Oppgjør hentes hver natt` : t`Oppgjør føres av dere`}</div>
              </Table.HeaderCell>
              <Table.Cell className="kk-number">
                <Money ore={waitingOre} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <Paragraph className="kk-subtle" data-size="sm">
        <Trans>
          Når pengene har kommet til klientkontoen, fører dere dem her. Etter 14 dager uten oppgjør varsles dere.
        </Trans>
      </Paragraph>
      <div>
        <Button variant="secondary" onClick={() => setIsEntering(true)}>
          <Trans>Før et oppgjør</Trans>
        </Button>
      </div>
      {isEntering && <EnterSettlement clearings={clearings} onClose={() => setIsEntering(false)} />}
    </section>
  );
}
