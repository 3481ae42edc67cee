import { Button, Paragraph } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { EnvelopeClosedIcon, PadlockLockedIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { Notice } from '../../components/notice.tsx';
import type { Topic } from './topics.ts';

export interface Sent {
  number: number;
  isCardBlocked: boolean;
  topic: Topic;
  email: string;
  /** Of a guardian's own case, which can be read here. */
  caseId?: string;
}

/** What was received, and what happens next. */
export function ContactSent({ sent }: { sent: Sent }) {
  const { t } = useLingui();
  const { number, isCardBlocked, topic, email, caseId } = sent;
  return (
    <Notice
      icon={isCardBlocked ? <PadlockLockedIcon /> : <EnvelopeClosedIcon />}
      title={isCardBlocked ? t`Kortet er sperret` : t`Vi har fått meldingen din`}
      actions={
        caseId === undefined ? (
          <Button asChild variant="secondary">
            <Link to="/">
              <Trans>Til forsiden</Trans>
            </Link>
          </Button>
        ) : (
          <>
            <Button asChild>
              <Link to="/henvendelser/$caseId" params={{ caseId }}>
                <Trans>Se saken</Trans>
              </Link>
            </Button>
            <Button asChild variant="secondary">
              <Link to="/barn">
                <Trans>Til oversikten</Trans>
              </Link>
            </Button>
          </>
        )
      }
    >
      <Paragraph>
        <Trans>
          Saken har nummer <strong>{number}</strong>.
        </Trans>
      </Paragraph>
      <Paragraph>
        {isCardBlocked ? (
          <Trans>Pengene blir stående, og følger med til et nytt kort. Det lager skolekontoret.</Trans>
        ) : topic === 'lost_card' ? (
          <Trans>Skolen sjekker meldingen og sperrer kortet. Haster det, ring skolen.</Trans>
        ) : (
          <Trans>Skolen leser meldingen og svarer deg.</Trans>
        )}
      </Paragraph>
      <Paragraph>
        <Trans>
          Vi har sendt en kvittering til {email}. Bruk lenken i den for å skrive mer eller legge ved et bilde.
        </Trans>
      </Paragraph>
    </Notice>
  );
}
