import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { newId } from '@kantinekortet/api-client';
import { Money, ProblemAlert, TitledDialog, useSingleFlight } from '@kantinekortet/ui';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';

interface PayLeaversProps {
  wishes: readonly { readonly walletId: string; readonly payerId: string; readonly amountOre: number }[];
  onClose: () => void;
}

/** Says what will be sent, then sends it; what has changed meanwhile is left out and told. */
export function PayLeavers({ wishes, onClose }: PayLeaversProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  // Drawn once a dialog: a second try after a lost answer asks for the same refunds.
  const [items] = useState(() => wishes.map((wish) => ({ id: newId(), ...wish })));
  const pay = useMutation({
    mutationFn: async () => {
      const params = { path: { schoolId } };
      return (await api.client.POST('/schools/{schoolId}/leavers/refunds', { params, body: { items } })).data;
    },
  });
  const onPay = useSingleFlight(() => pay.mutateAsync().catch(() => undefined));
  const close = () => {
    onClose();
    void queryClient.invalidateQueries();
  };
  const totalOre = items.reduce((sum, { amountOre }) => sum + amountOre, 0);
  return (
    <TitledDialog title={t`Betal tilbake til dem som har sluttet`} onClose={close}>
      {pay.data ? (
        <Alert data-color={pay.data.refused.length === 0 ? 'success' : 'warning'} role="status">
          <Paragraph>
            <Plural value={pay.data.count} one="# tilbakebetaling er i gang." other="# tilbakebetalinger er i gang." />{' '}
            {pay.data.refused.length > 0 && (
              <Plural
                value={pay.data.refused.length}
                one="# ble ikke sendt, fordi noe er endret. Se listen."
                other="# ble ikke sendt, fordi noe er endret. Se listen."
              />
            )}
          </Paragraph>
        </Alert>
      ) : (
        <Paragraph>
          <Plural value={items.length} one="# tilbakebetaling, til sammen" other="# tilbakebetalinger, til sammen" />{' '}
          <Money ore={totalOre} />.{' '}
          <Trans>Det meste går tilbake dit det kom fra. Resten går i neste utbetalingsfil.</Trans>
        </Paragraph>
      )}
      <ProblemAlert error={pay.error} />
      <div className="kk-row">
        {!pay.data && (
          <Button loading={pay.isPending} onClick={() => void onPay()}>
            <Trans>Betal tilbake</Trans>
          </Button>
        )}
        <Button variant="secondary" data-color="neutral" onClick={close}>
          {pay.data ? <Trans>Ferdig</Trans> : <Trans>Avbryt</Trans>}
        </Button>
      </div>
    </TitledDialog>
  );
}
