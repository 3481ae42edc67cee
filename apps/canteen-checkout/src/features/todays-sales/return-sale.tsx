import { Button, Paragraph } from '@digdir/designsystemet-react';
import { newId } from '@kantinekortet/api-client';
import { ProblemAlert, type ProblemTexts, TitledDialog, useFormat } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import type { TodaysSale } from './todays-sale.ts';
import styles from './todays-sales.module.css';

const texts: ProblemTexts = {
  sale_already_returned: msg`Salget er returnert før.`,
  sale_of_another_day: msg`Salg fra tidligere dager kan ikke returneres i kassen.`,
};

/** Asks once, then gives all of a sale back to the card. The return's id is kept, so that two taps return once. */
export function ReturnSale({ sale, onClose }: { sale: TodaysSale; onClose: () => void }) {
  const { t } = useLingui();
  const { kr } = useFormat();
  const queryClient = useQueryClient();
  const [returnId] = useState(newId);
  const giveBack = useMutation({
    mutationFn: () =>
      api.client.POST('/sales/{id}/return', { params: { path: { id: sale.id } }, body: { id: returnId } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['sales'] });
      onClose();
    },
  });
  return (
    <TitledDialog title={t`Returnere ${kr(sale.totalOre)}?`} onClose={onClose}>
      <Paragraph>{t`Hele kjøpet til ${sale.pupil.firstName} går tilbake på kortet.`}</Paragraph>
      <ProblemAlert error={giveBack.error} texts={texts} />
      <div className={styles.actions}>
        <Button loading={giveBack.isPending} onClick={() => giveBack.isPending || giveBack.mutate()}>
          <Trans>Returner</Trans>
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          <Trans>Avbryt</Trans>
        </Button>
      </div>
    </TitledDialog>
  );
}
