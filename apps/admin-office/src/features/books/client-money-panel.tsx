import { Button, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { DateTime, Money, useFormat } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { BankFile } from './bank-file.tsx';
import type { ClientMoney } from './books.ts';
import styles from './books.module.css';
import { SayBalance } from './say-balance.tsx';

/** What lies on the client account, as the bank says, beside what the cards are owed. */
export function ClientMoneyPanel({ money, hasAccount }: { money: ClientMoney | null; hasAccount: boolean }) {
  const [isSaying, setIsSaying] = useState(false);
  return (
    <section className="kk-panel kk-stack" data-gap="4" aria-labelledby="klientmidler">
      <Heading level={2} data-size="2xs" id="klientmidler">
        <Trans>Pengene til elevene</Trans>
      </Heading>
      {money === null ? (
        <Paragraph>
          <Trans>
            Saldoen på klientkontoen sammenlignes med det elevene har til gode, for alle skolene som deler kontoen.
            Registrer den minst én gang i måneden.
          </Trans>
        </Paragraph>
      ) : (
        <Comparison money={money} />
      )}
      {hasAccount ? (
        <>
          <BankFile />
          <div>
            <Button variant="secondary" onClick={() => setIsSaying(true)}>
              <Trans>Skriv inn saldoen selv</Trans>
            </Button>
          </div>
        </>
      ) : (
        <Paragraph>
          <Trans>Registrer kontonummeret nedenfor først.</Trans>
        </Paragraph>
      )}
      {isSaying && <SayBalance onClose={() => setIsSaying(false)} />}
    </section>
  );
}

function Comparison({ money }: { money: ClientMoney }) {
  const format = useFormat();
  const isShort = money.surplusOre < 0;
  const difference = format.kr(Math.abs(money.surplusOre));
  const day = format.date(money.day);
  return (
    <>
      <Paragraph data-color={isShort ? 'danger' : 'success'} className={styles.verdict ?? ''}>
        {isShort ? (
          <Trans>
            Det manglet {difference} på klientkontoen {day}.
          </Trans>
        ) : (
          <Trans>Alle pengene til elevene var der {day}.</Trans>
        )}
      </Paragraph>
      <div className={styles.scroll}>
        <Table data-size="sm">
          <Table.Body>
            <Line label={<Trans>På klientkontoen</Trans>} ore={money.balanceOre} />
            <Line label={<Trans>På vei inn fra betalingsleverandører og bankterminal</Trans>} ore={money.clearingOre} />
            <Line label={<Trans>Det elevene har til gode</Trans>} ore={-money.walletsOre} />
            <Line label={<Trans>På vei ut til de foresatte</Trans>} ore={-money.inTransitOre} />
            <Line
              isSum
              label={
                isShort ? <Trans>Mangler</Trans> : <Trans>Overskudd, tjent og ikke overført til driftskontoen</Trans>
              }
              ore={money.surplusOre}
            />
          </Table.Body>
        </Table>
      </div>
      <Paragraph className="kk-subtle" data-size="sm">
        {money.source === 'bank_file' ? (
          <Trans>
            Fra bankens fil, lastet opp av {money.recordedBy} <DateTime iso={money.recordedAt} />.
          </Trans>
        ) : (
          <Trans>
            Skrevet inn av {money.recordedBy} <DateTime iso={money.recordedAt} />.
          </Trans>
        )}
      </Paragraph>
    </>
  );
}

function Line({ label, ore, isSum = false }: { label: React.ReactNode; ore: number; isSum?: boolean }) {
  return (
    <Table.Row className={isSum ? (styles.sum ?? '') : ''}>
      <Table.HeaderCell scope="row">{label}</Table.HeaderCell>
      <Table.Cell className={`${styles.amount ?? ''} kk-number`}>
        <Money ore={ore} />
      </Table.Cell>
    </Table.Row>
  );
}
