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
  const settledOre = topUp.settledOre ?? 0;
  return (
    <Notice
      icon={<CheckmarkIcon />}
      title={topUp.claimId === null ? t`${kr(topUp.amountOre)} er fylt på` : t`${kr(topUp.amountOre)} er betalt`}
      actions={<OverviewButton pupilId={pupilId} isPrimary />}
    >
      {settledOre > 0 && settledOre < topUp.amountOre && (
        <Paragraph>
          <Trans>{kr(settledOre)} gikk til det som gjensto.</Trans>
        </Paragraph>
      )}
      {typeof topUp.balanceOre === 'number' && (
        <Paragraph data-size="lg">
          {settledOre === topUp.amountOre ? (
            <Trans>
              Saldo <Money ore={topUp.balanceOre} />.
            </Trans>
          ) : (
            <Trans>
              Ny saldo <Money ore={topUp.balanceOre} />.
            </Trans>
          )}
        </Paragraph>
      )}
    </Notice>
  );
}
