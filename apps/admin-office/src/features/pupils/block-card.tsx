import { Button, Fieldset, Paragraph, Radio } from '@digdir/designsystemet-react';
import { ProblemAlert, TitledDialog } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';

const reasons = ['lost', 'stolen', 'damaged'] as const;

interface BlockCardProps {
  cardId: string;
  name: string;
  onClose: () => void;
}

/** Asks why, then blocks: every till on the network refuses the card from that moment. */
export function BlockCard({ cardId, name, onClose }: BlockCardProps) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState<(typeof reasons)[number]>('lost');
  const labels = { lost: t`Mistet`, stolen: t`Stjålet`, damaged: t`Ødelagt` };
  const block = useMutation({
    mutationFn: () => api.client.POST('/cards/{id}/block', { params: { path: { id: cardId } }, body: { reason } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <TitledDialog title={t`Sperre kortet til ${name}?`} onClose={onClose}>
      <Paragraph>
        <Trans>Pengene blir stående. Kortet slutter å virke med én gang.</Trans>
      </Paragraph>
      <ProblemAlert error={block.error} />
      <Fieldset>
        <Fieldset.Legend>
          <Trans>Årsak</Trans>
        </Fieldset.Legend>
        {reasons.map((value) => (
          <Radio
            key={value}
            name="reason"
            label={labels[value]}
            value={value}
            checked={reason === value}
            onChange={() => setReason(value)}
          />
        ))}
      </Fieldset>
      <div className="kk-row">
        <Button data-color="danger" loading={block.isPending} onClick={() => block.isPending || block.mutate()}>
          <Trans>Sperr kortet</Trans>
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          <Trans>Avbryt</Trans>
        </Button>
      </div>
    </TitledDialog>
  );
}
