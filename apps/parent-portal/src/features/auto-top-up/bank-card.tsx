import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { ProblemAlert, useSingleFlight } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { autoTopUpKey, type SavedCard } from './auto-top-up-query.ts';
import { useSaveCard } from './use-save-card.ts';

interface BankCardProps {
  id: string;
  card: NonNullable<SavedCard['card']>;
  walletId: string;
}

/** The bank card that is charged: which, until when, and how to change or remove it. */
export function BankCard({ id, card, walletId }: BankCardProps) {
  const queryClient = useQueryClient();
  const change = useSaveCard(walletId);
  const removal = useMutation({
    mutationFn: () => api.client.DELETE('/top-ups/saved-cards/{id}', { params: { path: { id } } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: autoTopUpKey }),
  });
  const remove = useSingleFlight(() => removal.mutateAsync().catch(() => undefined));
  const expires = `${String(card.expiresMonth).padStart(2, '0')}/${card.expiresYear}`;
  const brand = card.brand.charAt(0).toUpperCase() + card.brand.slice(1);
  return (
    <section className="kk-panel kk-stack" data-gap="3">
      <Heading level={2} data-size="2xs">
        <Trans>Bankkortet</Trans>
      </Heading>
      <Paragraph>
        <Trans>
          {brand} som slutter på {card.last4}, gyldig til {expires}
        </Trans>
      </Paragraph>
      <ProblemAlert error={change.error ?? removal.error} texts={change.texts} />
      <div className="kk-row" data-gap="3">
        <Button variant="secondary" data-color="neutral" loading={change.busy} onClick={() => void change.leave()}>
          <Trans>Bytt bankkort</Trans>
        </Button>
        <Button variant="tertiary" data-color="danger" onClick={() => void remove()}>
          <Trans>Fjern bankkortet</Trans>
        </Button>
      </div>
      <Paragraph className="kk-subtle">
        <Trans>Fjerner du det, slår vi av automatisk påfylling for alle barna dine på denne skolen.</Trans>
      </Paragraph>
    </section>
  );
}
