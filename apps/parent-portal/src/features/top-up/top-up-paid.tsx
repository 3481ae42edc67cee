import { Paragraph } from '@digdir/designsystemet-react';
import { Money, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import { Notice } from '../../components/notice.tsx';
import { PaidForSeveral } from './paid-for-several.tsx';
import { OverviewButton } from './result-buttons.tsx';
import type { TopUpState } from './top-up-outcome.ts';

export function TopUpPaid({ topUp, pupilId }: { topUp: TopUpState; pupilId: string | undefined }) {
  const { t } = useLingui();
  const { kr } = useFormat();
  const settledOre = topUp.settledOre ?? 0;
  const paidOre = topUp.siblings.reduce((total, { amountOre }) => total + amountOre, topUp.amountOre);
  if (topUp.siblings.length > 0) {
    return (
      <Notice
        icon={<CheckmarkIcon />}
        title={t`${kr(paidOre)} er fylt på`}
        actions={<OverviewButton pupilId={pupilId} isPrimary />}
      >
        <PaidForSeveral topUps={[topUp, ...topUp.siblings]} />
      </Notice>
    );
  }
  return (
    <Notice
      icon={<CheckmarkIcon />}
      title={topUp.claimId === null ? t`${kr(paidOre)} er fylt på` : t`${kr(paidOre)} er betalt`}
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
