import { Paragraph } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { XMarkIcon } from '@navikt/aksel-icons';
import { Notice } from '../../components/notice.tsx';
import { OverviewButton, TryAgainButton } from './result-buttons.tsx';

interface TopUpFailedProps {
  outcome: 'failed' | 'expired';
  pupilId: string | undefined;
}

export function TopUpFailed({ outcome, pupilId }: TopUpFailedProps) {
  const { t } = useLingui();
  return (
    <Notice
      icon={<XMarkIcon />}
      tone="danger"
      title={outcome === 'failed' ? t`Betalingen ble ikke fullført` : t`Betalingen ble avbrutt`}
      actions={
        <>
          <TryAgainButton pupilId={pupilId} isPrimary />
          <OverviewButton pupilId={pupilId} />
        </>
      }
    >
      <Paragraph>
        <Trans>Vi har ikke trukket penger. Prøv igjen.</Trans>
      </Paragraph>
    </Notice>
  );
}
