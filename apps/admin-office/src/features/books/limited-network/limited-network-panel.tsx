import { Alert, Button, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { DateTime, Money, QueryState, useFormat } from '@kantinekortet/ui';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../../app/api.ts';
import { useSchoolId } from '../../../app/school.ts';
import styles from '../books.module.css';
import { rateText } from './rate-text.ts';
import { SayEuroRate } from './say-euro-rate.tsx';

type LimitedNetwork = Reply<'/schools/{schoolId}/limited-network', 'get'>;

/** What went through the cards in twelve months, and how near that is to what needs a notice. */
export function LimitedNetworkPanel() {
  const schoolId = useSchoolId();
  const network = api.query.useQuery('get', '/schools/{schoolId}/limited-network', { params: { path: { schoolId } } });
  return (
    <section className="kk-panel kk-stack" data-gap="4" aria-labelledby="meldeplikt">
      <Heading level={2} data-size="2xs" id="meldeplikt">
        <Trans>Meldeplikt til Finanstilsynet</Trans>
      </Heading>
      <Paragraph>
        <Trans>
          Kort som bare virker i egne kantiner, er et begrenset nettverk. Går det mer enn 1 million euro gjennom dem på
          tolv måneder, skal Finanstilsynet ha melding.
        </Trans>
      </Paragraph>
      <QueryState query={network}>{(found) => <Found network={found} />}</QueryState>
    </section>
  );
}

function Found({ network }: { network: LimitedNetwork }) {
  const [isSaying, setIsSaying] = useState(false);
  const { merchantName, schoolCount, fromDay, paidInOre, usedOre, measuredEur, nokPerEurE4 } = network;
  const from = useFormat().date(fromDay);
  const [eur, rate] = [measuredEur.toLocaleString('nb'), rateText(nokPerEurE4)];
  return (
    <>
      <Standing network={network} />
      <div className={styles.scroll}>
        <Table data-size="sm">
          <Table.Body>
            <Line label={<Trans>Betalt inn på kort siden {from}</Trans>} ore={paidInOre} />
            <Line label={<Trans>Brukt i kantina siden {from}</Trans>} ore={usedOre} />
            <Table.Row className={styles.sum ?? ''}>
              <Table.HeaderCell scope="row">
                <Trans>Det største av de to, med {rate} kr per euro</Trans>
              </Table.HeaderCell>
              <Table.Cell className={`${styles.amount ?? ''} kk-number`}>
                <Trans>{eur} euro</Trans>
              </Table.Cell>
            </Table.Row>
          </Table.Body>
        </Table>
      </div>
      <Paragraph className="kk-subtle" data-size="sm">
        {merchantName} (<Plural value={schoolCount} one="# skole" other="# skoler" />
        ). <RateSource rate={network.rate} />
      </Paragraph>
      <div>
        <Button variant="secondary" onClick={() => setIsSaying(true)}>
          <Trans>Skriv inn eurokursen</Trans>
        </Button>
      </div>
      {isSaying && <SayEuroRate onClose={() => setIsSaying(false)} />}
    </>
  );
}

function Standing({ network: { standing, percent } }: { network: LimitedNetwork }) {
  if (standing === 'far') {
    return (
      <Paragraph className={styles.verdict ?? ''}>
        <Trans>Høyst {percent} % av grensen. Ingen melding trengs.</Trans>
      </Paragraph>
    );
  }
  return (
    <Alert data-color={standing === 'over' ? 'danger' : 'warning'}>
      <Paragraph>
        {standing === 'over' ? (
          <Trans>{percent} % av grensen. Finanstilsynet skal ha melding.</Trans>
        ) : (
          <Trans>{percent} % av grensen. Avtal hvem som sender melding til Finanstilsynet.</Trans>
        )}
      </Paragraph>
    </Alert>
  );
}

function RateSource({ rate }: Pick<LimitedNetwork, 'rate'>) {
  const format = useFormat();
  if (rate === null) {
    return (
      <Trans>
        Ingen har skrevet inn en eurokurs. Vi regner med 10 kr, for å si fra for tidlig heller enn for sent.
      </Trans>
    );
  }
  const { source, recordedBy, recordedAt } = rate;
  const day = format.date(rate.day);
  return (
    <Trans>
      Kurs fra {source}, {day}, skrevet inn av {recordedBy} <DateTime iso={recordedAt} />.
    </Trans>
  );
}

function Line({ label, ore }: { label: React.ReactNode; ore: number }) {
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{label}</Table.HeaderCell>
      <Table.Cell className={`${styles.amount ?? ''} kk-number`}>
        <Money ore={ore} />
      </Table.Cell>
    </Table.Row>
  );
}
