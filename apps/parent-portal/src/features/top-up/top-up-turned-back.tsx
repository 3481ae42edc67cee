import { Paragraph } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { ArrowUndoIcon } from '@navikt/aksel-icons';
import { Notice } from '../../components/notice.tsx';
import { OverviewButton, TryAgainButton } from './result-buttons.tsx';

/** The guardian came back by the payment page's way out. The payment may still end well elsewhere, so we go on asking. */
export function TopUpTurnedBack({ pupilId }: { pupilId: string | undefined }) {
  const { t } = useLingui();
  return (
    <Notice
      icon={<ArrowUndoIcon />}
      tone="info"
      title={t`Du avbrøt betalingen`}
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
