import { Button } from '@digdir/designsystemet-react';
import { ProblemAlert, useSingleFlight, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { Case } from '../../components/cases/case-words.ts';

const texts: ProblemTexts = {
  card_not_reported: msg`Kortet er ikke det som ble meldt tapt. Eleven kan ha fått et nytt.`,
};

interface ConfirmLossProps {
  one: Case;
  /** The card that may be the lost one. */
  card: { id: string; status: string } | undefined;
  /** Whose it is, where several stand beside each other. */
  holder?: string;
}

/**
 * Somebody who is not signed in says that the card is lost: the office believes it, and blocks, by one press. A card that
 * is blocked already is confirmed while the case is urgent.
 */
export function ConfirmLoss({ one, card, holder }: ConfirmLossProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const block = useMutation({
    mutationFn: (cardId: string) =>
      api.client.POST('/schools/{schoolId}/support-cases/{id}/confirm-loss', {
        params: { path: { schoolId, id: one.id } },
        body: { cardId },
      }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const confirm = useSingleFlight((cardId: string) => block.mutateAsync(cardId).catch(() => undefined));
  if (one.topic !== 'lost_card' || one.status === 'closed' || !card) return null;
  const isBlocked = card.status === 'blocked';
  if (isBlocked && !one.isUrgent) return null;
  return (
    <div className="kk-stack" data-gap="2">
      <ProblemAlert error={block.error} texts={texts} />
      <Button
        data-color="danger"
        variant={holder === undefined ? 'primary' : 'secondary'}
        loading={block.isPending}
        aria-label={holder && t`Bekreft tap og sperr kortet til ${holder}`}
        onClick={() => void confirm(card.id)}
      >
        {isBlocked ? <Trans>Bekreft tap</Trans> : <Trans>Bekreft tap og sperr</Trans>}
      </Button>
    </div>
  );
}
