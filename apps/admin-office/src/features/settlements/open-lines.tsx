import { Alert, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { DateTime, Money } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import linkTable from '../../components/link-table.module.css';
import type { OpenLine } from './settlement-types.ts';
import styles from './settlements.module.css';
import { useSettlementWords } from './use-settlement-words.ts';

/** What a provider says it paid for and nobody here has booked so. */
export function OpenLines({ lines }: { lines: readonly OpenLine[] }) {
  const { t } = useLingui();
  const { methodName, kinds } = useSettlementWords();
  return (
    <section className="kk-stack" data-gap="3" aria-labelledby="ukjent">
      <Alert data-color="warning">
        <Heading level={2} data-size="2xs" id="ukjent">
          <Trans>Linjer vi ikke kjenner</Trans>
        </Heading>
        <Paragraph>
          <Trans>
            De er med i leverandørens oppgjør, men stemmer ikke med noe som er ført her. De føres av seg selv når
            betalingen blir kjent.
          </Trans>
        </Paragraph>
      </Alert>
      <div className={linkTable.scroll}>
        <Table className={linkTable.table} data-size="sm">
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t`Dato`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Betalt med`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Gjelder`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Leverandørens referanse`}</Table.HeaderCell>
              <Table.HeaderCell className="kk-number">{t`Beløp`}</Table.HeaderCell>
              <Table.HeaderCell className="kk-number">{t`Kostnad`}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {lines.map((line) => (
              <Table.Row key={`${line.reference}/${line.lineReference}`}>
                <Table.Cell>
                  <DateTime iso={line.receivedOn} show="date" />
                </Table.Cell>
                <Table.Cell>{methodName(line.method)}</Table.Cell>
                <Table.Cell>{kinds[line.kind]}</Table.Cell>
                <Table.Cell className={styles.reference ?? ''}>
                  {line.subjectReference ?? line.lineReference}
                </Table.Cell>
                <Table.Cell className="kk-number">
                  <Money ore={line.amountOre} />
                </Table.Cell>
                <Table.Cell className="kk-number">
                  <Money ore={line.costOre} />
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </section>
  );
}
