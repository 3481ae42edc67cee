import { Paragraph } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { XMarkIcon } from '@navikt/aksel-icons';
import { Notice } from '../../components/notice.tsx';
import { OverviewButton, TryAgainButton } from './result-buttons.tsx';

interface TopUpFailedProps {
  outcome: 'failed' | 'expired' | 'returned';
  pupilId: string | undefined;
}

export function TopUpFailed({ outcome, pupilId }: TopUpFailedProps) {
  const { t } = useLingui();
  const titles = {
    failed: t`Betalingen ble ikke fullført`,
    expired: t`Betalingen ble avbrutt`,
    returned: t`Betalingen er sendt tilbake`,
  };
  return (
    <Notice
      icon={<XMarkIcon />}
      tone="danger"
      title={titles[outcome]}
      actions={
        <>
          <TryAgainButton pupilId={pupilId} isPrimary />
          <OverviewButton pupilId={pupilId} />
        </>
      }
    >
      <Paragraph>
        {outcome === 'returned' ? (
          <Trans>Betalingen kunne ikke føres på kortet. Skolen har sendt pengene tilbake til deg.</Trans>
        ) : (
          <Trans>Vi har ikke trukket penger. Prøv igjen.</Trans>
        )}
      </Paragraph>
    </Notice>
  );
}
