import type { Reply } from '@kantinekortet/api-client';
import { useSingleFlight } from '@kantinekortet/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { childrenKey } from '../../components/children.ts';

/** What the letter says about a card, read and well formed. */
export interface LetterCard {
  cardNumber: string;
  controlCode: string;
}

export interface FoundPupil {
  initials: string;
  className: string | null;
  schoolName: string;
}

export type RegisteringState =
  | { step: 'enter' }
  | { step: 'confirm'; card: LetterCard; pupil: FoundPupil; needsApproval: boolean }
  | { step: 'choose'; card: LetterCard; items: { pupilId: string; name: string }[] }
  | { step: 'done'; isPending: boolean; pupil: (FoundPupil & { id: string | null; name: string | null }) | undefined };

type Answer = Reply<'/cards/register', 'post'>;

/** The steps of registering a card. Nothing is linked before `confirm`. */
export function useRegistering() {
  const [state, setState] = useState<RegisteringState>({ step: 'enter' });
  const queryClient = useQueryClient();
  const ask = useMutation({
    mutationFn: async (request: LetterCard & { confirm: boolean; pupilId?: string }) => {
      const { data } = await api.client.POST('/cards/register', { body: request });
      if (data) setState(stateAfter(request, data));
      if (request.confirm) await queryClient.invalidateQueries({ queryKey: childrenKey });
    },
  });
  const send = useSingleFlight((request: LetterCard & { confirm: boolean; pupilId?: string }) =>
    ask.mutateAsync(request).catch(() => undefined),
  );

  return {
    state,
    busy: ask.isPending,
    error: ask.error,
    /** Asks whose card this is. */
    check: (card: LetterCard) => send({ ...card, confirm: false }),
    /** Links the card's pupil, or the chosen child, to this guardian. */
    confirm: (card: LetterCard, pupilId?: string) =>
      send({ ...card, confirm: true, ...(pupilId !== undefined && { pupilId }) }),
    restart: () => {
      ask.reset();
      setState({ step: 'enter' });
    },
  };
}

function stateAfter(card: LetterCard, answer: Answer): RegisteringState {
  switch (answer.status) {
    case 'ready':
    case 'needs_approval':
      return answer.pupil
        ? { step: 'confirm', card, pupil: answer.pupil, needsApproval: answer.status === 'needs_approval' }
        : { step: 'enter' };
    case 'choose_child':
      return { step: 'choose', card, items: answer.children ?? [] };
    case 'active':
    case 'pending_approval':
      return { step: 'done', isPending: answer.status === 'pending_approval', pupil: answer.pupil };
  }
}
