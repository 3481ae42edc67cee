import { newId } from '@kantinekortet/api-client';
import { type ProblemTexts, useSingleFlight } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../app/api.ts';

/** Leaves for the provider's page, where a bank card is given. A second try after a failure is the same offer. */
export function useSaveCard(walletId: string) {
  const id = useRef<string>(undefined);
  const [isLeaving, setIsLeaving] = useState(false);
  const texts = useSaveCardTexts();
  const save = useMutation({
    mutationFn: async () => {
      id.current ??= newId();
      return (await api.client.POST('/top-ups/saved-cards', { body: { id: id.current, walletId } })).data;
    },
    onSuccess: (card) => {
      id.current = undefined;
      if (!card?.setupUrl) return;
      setIsLeaving(true);
      window.location.assign(card.setupUrl);
    },
  });
  const leave = useSingleFlight(() => save.mutateAsync().catch(() => undefined));
  return { leave, busy: save.isPending || isLeaving, error: save.error, texts };
}

function useSaveCardTexts(): ProblemTexts {
  const { t } = useLingui();
  return {
    payment_provider_unavailable: t`Betalingstjenesten svarer ikke. Bankkortet er ikke lagret. Prøv igjen.`,
    saved_cards_not_offered: t`Skolen kan ikke trekke lagrede bankkort ennå.`,
  };
}
