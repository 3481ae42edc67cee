import { Button, Paragraph } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { ExclamationmarkIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { Notice } from '../../components/notice.tsx';
import { OverviewButton } from './result-buttons.tsx';

/** Back from the bank without its approval: the automatic top-up still waits. */
export function TopUpUnapproved({ topUpId, pupilId }: { topUpId: string; pupilId: string | undefined }) {
  const { t } = useLingui();
  return (
    <Notice
      icon={<ExclamationmarkIcon />}
      tone="warning"
      title={t`Betalingen er ikke godkjent`}
      actions={
        <>
          <Button asChild>
            <Link to="/fyll-paa/$topUpId/godkjenn" params={{ topUpId }}>
              <Trans>Prøv igjen</Trans>
            </Link>
          </Button>
          <OverviewButton pupilId={pupilId} />
        </>
      }
    >
      <Paragraph>
        <Trans>Banken slapp ikke betalingen gjennom. Vi har ikke trukket penger.</Trans>
      </Paragraph>
    </Notice>
  );
}
