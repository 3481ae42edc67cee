import { newId, type Body } from '@kantinekortet/api-client';
import { useSingleFlight, type ProblemTexts, download } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../app/api.ts';

/** What the office has chosen; without a card from stock, one is printed. */
export type NewCardWish = Omit<Body<'/cards/{id}/replacements/print', 'post'>, 'id'> & { newCardToken?: string };

export const replacementTexts: ProblemTexts = {
  fee_changed: msg`Gebyret har endret seg. Se over og bekreft på nytt.`,
  card_unknown: msg`Vi kjenner ikke kortet. Skann på nytt.`,
  card_of_other_school: msg`Kortet hører til en annen skole.`,
  card_not_in_stock: msg`Det nye kortet er i bruk eller avsluttet. Ta et annet fra lageret.`,
  card_step_refused: msg`Det gamle kortet er alt avsluttet. Noen andre har kanskje laget et nytt.`,
  damaged_card_differs: msg`Du skannet et annet kort enn det eleven har.`,
  pupil_left: msg`Eleven har sluttet og kan ikke få nytt kort.`,
  no_cards_to_print: msg`Kortet er skrevet ut og registrert.`,
};

/**
 * Replaces a card. The same wish keeps its id while the outcome is unknown, so that a double click, or a second try after
 * the network failed, gives one new card and takes one fee.
 */
export function useReplaceCard(cardId: string, onDone: () => void) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const attempt = useRef<{ id: string; content: string }>(undefined);
  const replace = useMutation({
    mutationFn: async ({ newCardToken, ...wish }: NewCardWish) => {
      const content = JSON.stringify([wish, newCardToken]);
      if (attempt.current?.content !== content) attempt.current = { id: newId(), content };
      const params = { path: { id: cardId } };
      const body = { ...wish, id: attempt.current.id };
      if (newCardToken !== undefined) {
        await api.client.POST('/cards/{id}/replacements', { params, body: { ...body, newCardToken } });
        return;
      }
      const { data } = await api.client.POST('/cards/{id}/replacements/print', { params, body, parseAs: 'blob' });
      if (data) download(data, `${t`Nytt kort`}.pdf`);
    },
    // Also after a refusal: the fee or the card may have changed.
    onSettled: () => queryClient.invalidateQueries(),
    onSuccess: onDone,
  });
  const run = useSingleFlight((wish: NewCardWish) => replace.mutateAsync(wish).catch(() => undefined));
  return { replace: run, busy: replace.isPending, error: replace.error };
}
