import { Paragraph } from '@digdir/designsystemet-react';
import { Money, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import { Notice } from '../../components/notice.tsx';
import { OverviewButton } from './result-buttons.tsx';
import type { TopUpState } from './top-up-outcome.ts';

export function TopUpPaid({ topUp, pupilId }: { topUp: TopUpState; pupilId: string | undefined }) {
  const { t } = useLingui();
  const { kr } = useFormat();
  return (
    <Notice
      icon={<CheckmarkIcon />}
      title={t`${kr(topUp.amountOre)} er fylt på`}
      actions={<OverviewButton pupilId={pupilId} isPrimary />}
    >
      {typeof topUp.balanceOre === 'number' && (
        <Paragraph data-size="lg">
          <Trans>
            Ny saldo <Money ore={topUp.balanceOre} />.
          </Trans>
        </Paragraph>
      )}
    </Notice>
  );
}
