import { Paragraph, Spinner } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Notice } from '../../components/notice.tsx';
import { OverviewButton, TryAgainButton } from './result-buttons.tsx';

export function TopUpPending({ method, pupilId }: { method: string; pupilId: string | undefined }) {
  const { t } = useLingui();
  return (
    <Notice
      icon={<Spinner aria-hidden data-size="lg" />}
      tone="info"
      title={t`Vi venter på betalingen`}
      actions={
        <>
          <OverviewButton pupilId={pupilId} />
          <TryAgainButton pupilId={pupilId} />
        </>
      }
    >
      <Paragraph role="status">
        {method === 'card' ? (
          <Trans>Vi venter på svar fra banken. Du kan lukke siden. Saldoen øker når betalingen er godkjent.</Trans>
        ) : (
          <Trans>Vi venter på svar fra {method}. Du kan lukke siden. Saldoen øker når betalingen er godkjent.</Trans>
        )}
      </Paragraph>
    </Notice>
  );
}
