import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { ProblemAlert, useSingleFlight } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useId } from 'react';
import { api } from '../../app/api.ts';
import { childrenKey } from '../../components/children.ts';

interface CardDialogProps {
  ref: RefObject<HTMLDialogElement | null>;
  cardId: string;
  name: string;
  isBlocked: boolean;
}

type BlockReason = 'lost' | 'stolen' | 'damaged';

const texts = { block_set_by_office: msg`Skolekontoret har sperret kortet. Bare de kan oppheve sperren.` };

/** Asks once before a card is stopped, by what has become of it, or started; the second of the two taps. */
export function CardDialog({ ref, cardId, name, isBlocked }: CardDialogProps) {
  const { t } = useLingui();
  const headingId = useId();
  const queryClient = useQueryClient();
  const params = { path: { id: cardId } };
  const reasons = useReasons();
  const change = useMutation({
    mutationFn: (reason?: BlockReason) =>
      reason === undefined
        ? api.client.POST('/cards/{id}/unblock', { params })
        : api.client.POST('/cards/{id}/block', { params, body: { reason } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: childrenKey });
      ref.current?.close();
    },
  });
  const confirm = useSingleFlight((reason?: BlockReason) => change.mutateAsync(reason).catch(() => undefined));

  return (
    <Dialog ref={ref} closeButton={t`Lukk`} closedby="any" aria-labelledby={headingId} onClose={() => change.reset()}>
      <div className="kk-stack" data-gap="4">
        <Heading id={headingId} level={2} data-size="xs">
          {isBlocked ? <Trans>Vil du oppheve sperren?</Trans> : <Trans>Vil du sperre kortet til {name}?</Trans>}
        </Heading>
        <Paragraph>
          {isBlocked ? (
            <Trans>Kortet til {name} kan brukes i kantina igjen med en gang.</Trans>
          ) : (
            <Trans>
              Pengene blir stående. Kasser uten nett stopper kortet når de er på nett igjen. Si hva som har skjedd, så
              sperrer vi det.
            </Trans>
          )}
        </Paragraph>
        <ProblemAlert error={change.error} texts={texts} />
        {isBlocked ? (
          <Button loading={change.isPending} onClick={() => void confirm()}>
            <Trans>Opphev sperren</Trans>
          </Button>
        ) : (
          <div className="kk-stack" data-gap="2" role="group" aria-label={t`Hva har skjedd med kortet?`}>
            {reasons.map(({ reason, label }) => (
              <Button
                key={reason}
                data-color="danger"
                className="kk-full"
                loading={change.isPending && change.variables === reason}
                onClick={() => void confirm(reason)}
              >
                {label}
              </Button>
            ))}
          </div>
        )}
        <Button variant="tertiary" data-color="neutral" onClick={() => ref.current?.close()}>
          <Trans>Avbryt</Trans>
        </Button>
      </div>
    </Dialog>
  );
}

function useReasons(): readonly { reason: BlockReason; label: string }[] {
  const { t } = useLingui();
  return [
    { reason: 'lost', label: t`Kortet er mistet` },
    { reason: 'stolen', label: t`Kortet er stjålet` },
    { reason: 'damaged', label: t`Kortet er ødelagt` },
  ];
}
