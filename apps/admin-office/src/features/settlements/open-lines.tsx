import { Alert, Heading, List, Paragraph } from '@digdir/designsystemet-react';
import { DateTime, Money } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import type { OpenLine } from './settlement-types.ts';
import styles from './settlements.module.css';
import { useSettlementWords } from './use-settlement-words.ts';

/** What a provider says it paid for and nobody here has booked so. */
export function OpenLines({ lines }: { lines: readonly OpenLine[] }) {
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
      <List.Unordered className={styles.lines ?? ''}>
        {lines.map((line) => (
          <List.Item key={`${line.reference}/${line.lineReference}`}>
            <DateTime iso={line.receivedOn} show="date" /> {methodName(line.method)}, {kinds[line.kind]}:{' '}
            <Money ore={line.amountOre} />{' '}
            {line.costOre !== 0 && (
              <Trans>
                (kostnad <Money ore={line.costOre} />)
              </Trans>
            )}
            <div className={`kk-subtle ${styles.reference ?? ''}`}>
              <Trans>Leverandørens referanse: {line.subjectReference ?? line.lineReference}</Trans>
            </div>
          </List.Item>
        ))}
      </List.Unordered>
    </section>
  );
}
