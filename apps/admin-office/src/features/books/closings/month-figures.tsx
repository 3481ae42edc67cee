import { Table } from '@digdir/designsystemet-react';
import { Money } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useVatLabel } from '../../../components/vat-label.ts';
import styles from '../books.module.css';
import type { NextClosing } from './closings.ts';

/** What a closing books: VAT by rate, and what leaves the client account. */
export function MonthFigures({ figures: { vat, vatOre, releaseOre } }: { figures: NextClosing }) {
  const { t } = useLingui();
  const labelOf = useVatLabel();
  return (
    <div className={styles.scroll}>
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t`Merverdiavgift`}</Table.HeaderCell>
            <Table.HeaderCell className={styles.amount ?? ''}>{t`Solgt`}</Table.HeaderCell>
            <Table.HeaderCell className={styles.amount ?? ''}>{t`Herav avgift`}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {vat.map(({ vatCode, salesOre, vatOre: ofCodeOre }) => (
            <Table.Row key={vatCode}>
              <Table.HeaderCell scope="row">{labelOf(vatCode)}</Table.HeaderCell>
              <Amount ore={salesOre} />
              <Amount ore={ofCodeOre} />
            </Table.Row>
          ))}
          <Table.Row className={styles.sum ?? ''}>
            <Table.HeaderCell scope="row">
              <Trans>Sum</Trans>
            </Table.HeaderCell>
            <Amount ore={vat.reduce((sum, { salesOre }) => sum + salesOre, 0)} />
            <Amount ore={vatOre} />
          </Table.Row>
          <Table.Row>
            <Table.HeaderCell scope="row">
              <Trans>Overføres fra klientkontoen til driftskontoen</Trans>
            </Table.HeaderCell>
            <Amount ore={releaseOre} />
            <Table.Cell />
          </Table.Row>
        </Table.Body>
      </Table>
    </div>
  );
}

function Amount({ ore }: { ore: number }) {
  return (
    <Table.Cell className={`${styles.amount ?? ''} kk-number`}>
      <Money ore={ore} />
    </Table.Cell>
  );
}
