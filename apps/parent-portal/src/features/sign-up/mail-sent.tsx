import { Button, Paragraph } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { EnvelopeClosedIcon } from '@navikt/aksel-icons';
import { Notice } from '../../components/notice.tsx';

/** The same for a new and a known address: only the mail knows which it was. */
export function MailSent({ email, onBack }: { email: string; onBack: () => void }) {
  const { t } = useLingui();
  return (
    <Notice
      icon={<EnvelopeClosedIcon />}
      tone="info"
      title={t`Sjekk e-posten din`}
      actions={
        <Button variant="tertiary" onClick={onBack}>
          <Trans>Endre e-postadressen</Trans>
        </Button>
      }
    >
      <Paragraph>
        <Trans>
          Vi har sendt en lenke til <strong>{email}</strong>. Åpne den for å bekrefte adressen, så kan du logge inn.
        </Trans>
      </Paragraph>
      <Paragraph className="kk-subtle">
        <Trans>Finner du ikke e-posten? Se i søppelposten.</Trans>
      </Paragraph>
    </Notice>
  );
}
