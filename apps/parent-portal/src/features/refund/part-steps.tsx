import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { Money, useFormat } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './refund.module.css';
import type { Refund, RefundPart } from './refundable.ts';
import { WaitingFor } from './waiting-for.tsx';
import { WayName } from './way-name.tsx';

/** One way of a refund: asked for, sent, there; or where it stopped. */
export function PartSteps({ part, refund }: { part: RefundPart; refund: Refund }) {
  const format = useFormat();
  return (
    <section className="kk-panel kk-stack" data-gap="4">
      <div className="kk-row" data-between>
        <Heading level={2} data-size="2xs">
          <WayName way={part} accountLast4={part.accountLast4} />
        </Heading>
        <Money ore={part.amountOre} />
      </div>
      <ol className={styles.steps}>
        <Step state="done">
          <Trans>Bedt om {format.dateTime(refund.askedAt)}. Pengene er satt av.</Trans>
        </Step>
        <Sending part={part} />
        <Arriving part={part} firstName={refund.firstName} />
      </ol>
    </section>
  );
}

function Sending({ part }: { part: RefundPart }) {
  const format = useFormat();
  const { status, sentAt, route, waitsFor } = part;
  if (sentAt !== null) {
    return (
      <Step state="done">
        <Trans>Sendt {format.dateTime(sentAt)}.</Trans>
      </Step>
    );
  }
  if (status === 'cancelled' || status === 'failed') return null;
  if (status === 'waiting' && waitsFor.length > 0) {
    return (
      <Step state="now">
        <WaitingFor reasons={waitsFor} />
      </Step>
    );
  }
  return (
    <Step state="now">
      {route === 'bank' ? (
        <Trans>Klar til utbetaling. Skolen sender den med neste fil til banken.</Trans>
      ) : (
        <Trans>Sendes nå. Svarer ikke betalingstjenesten, prøver vi igjen hvert minutt. Du kan lukke siden.</Trans>
      )}
    </Step>
  );
}

function Arriving({ part, firstName }: { part: RefundPart; firstName: string }) {
  const format = useFormat();
  const { status, route, expectedOn, confirmedAt, needsApproval, sentAt } = part;
  switch (status) {
    case 'cancelled':
      return (
        <Step state="stopped">
          <Trans>Angret. Pengene er tilbake på kortet til {firstName}.</Trans>
        </Step>
      );
    case 'failed':
    case 'returned':
      return (
        <Step state="stopped">
          <Paragraph>
            {route === 'bank' ? (
              <Trans>
                Banken sendte pengene i retur. De er tilbake på kortet til {firstName}. Sjekk kontonummeret, og be om
                dem på nytt.
              </Trans>
            ) : (
              <Trans>
                Kortet tok ikke imot pengene. De er tilbake på kortet til {firstName}. Be om dem på nytt, så sender vi
                dem til en bankkonto når skolen har godkjent det.
              </Trans>
            )}
          </Paragraph>
        </Step>
      );
    case 'confirmed':
      if (route === 'bank' && confirmedAt !== null) {
        return (
          <Step state="done">
            <Trans>Banken har bekreftet utbetalingen {format.date(confirmedAt)}.</Trans>
          </Step>
        );
      }
      return (
        <Step state="now">
          <Trans>Pengene er på kontoen din senest {format.date(expectedOn)}.</Trans>
        </Step>
      );
    case 'waiting':
    case 'ready':
    case 'sent':
      if (needsApproval && sentAt === null) return null;
      return (
        <Step state={status === 'sent' ? 'now' : 'later'}>
          <Trans>Pengene er på kontoen din senest {format.date(expectedOn)}.</Trans>
        </Step>
      );
  }
}

function Step({ state, children }: { state: 'done' | 'now' | 'later' | 'stopped'; children: ReactNode }) {
  return <li data-state={state}>{children}</li>;
}
