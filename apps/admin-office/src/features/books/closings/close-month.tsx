import { Button, Paragraph } from '@digdir/designsystemet-react';
import { ProblemAlert, TitledDialog, useFormat, useSingleFlight, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api.ts';
import { useSchoolId } from '../../../app/school.ts';
import type { NextClosing } from './closings.ts';
import { monthName } from '../../../components/month-name.ts';

const texts: ProblemTexts = {
  closing_figures_changed: msg`Tallene har endret seg mens du så på dem. Lukk, og se over på nytt.`,
  month_not_closable: msg`Måneden er allerede avsluttet. Lukk, og se over på nytt.`,
};

/** Closes the month with the figures that were shown; the server refuses others. */
export function CloseMonth({ next, onClose }: { next: NextClosing; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const { month, vatOre, releaseOre } = next;
  const close = useMutation({
    mutationFn: () =>
      api.client.POST('/schools/{schoolId}/closings', {
        params: { path: { schoolId } },
        body: { month, vatOre, releaseOre },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['get', '/schools/{schoolId}/closings'] }),
  });
  const onConfirm = useSingleFlight(() => close.mutateAsync().catch(() => undefined));
  const [name, vat, release] = [monthName(month), format.kr(vatOre), format.kr(releaseOre)];
  return (
    <TitledDialog title={t`Avslutt ${name}`} onClose={onClose}>
      <Paragraph>
        <Trans>
          {vat} føres som skyldig merverdiavgift. {release} er tjent og føres over til driftskontoen: overfør det samme
          beløpet i nettbanken. En avslutning kan ikke gjøres om.
        </Trans>
      </Paragraph>
      <ProblemAlert error={close.error} texts={texts} />
      <div className="kk-row">
        <Button loading={close.isPending} onClick={() => void onConfirm()}>
          <Trans>Avslutt måneden</Trans>
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          <Trans>Avbryt</Trans>
        </Button>
      </div>
    </TitledDialog>
  );
}
