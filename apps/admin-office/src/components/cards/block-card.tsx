import { Button, Paragraph } from '@digdir/designsystemet-react';
import { ProblemAlert, TitledDialog } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { BlockReasons, type BlockReason } from './block-reasons.tsx';

interface BlockCardProps {
  cardId: string;
  name: string;
  /** The case that it is done from. */
  caseId?: string | undefined;
  onClose: () => void;
}

/** Asks why, then blocks: every till on the network refuses the card from that moment. */
export function BlockCard({ cardId, name, caseId, onClose }: BlockCardProps) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState<BlockReason>('lost');
  const block = useMutation({
    mutationFn: () =>
      api.client.POST('/cards/{id}/block', {
        params: { path: { id: cardId } },
        body: { reason, ...(caseId !== undefined && { caseId }) },
      }),
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
      <BlockReasons legend={<Trans>Årsak</Trans>} reason={reason} onChoose={setReason} />
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
