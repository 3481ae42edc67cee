import { useFormat } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import type { RefundPart } from './refundable.ts';

type Reason = RefundPart['waitsFor'][number];

/** Why money is not sent yet, and until when. */
export function WaitingFor({ reasons }: { reasons: readonly Reason[] }) {
  return reasons.map((reason) => (
    <span key={reason.kind}>
      <ReasonText reason={reason} />{' '}
    </span>
  ));
}

function ReasonText({ reason: { kind, until } }: { reason: Reason }) {
  const format = useFormat();
  const end = until === null ? '' : format.dateTime(until);
  switch (kind) {
    case 'registers':
      return <Trans>Venter til kassene har meldt inn dagens kjøp, senest {end}.</Trans>;
    case 'cooling_off':
      return <Trans>Venter til {end}, for din sikkerhet: kontonummeret, passordet eller e-posten er ny.</Trans>;
    case 'approval':
      return <Trans>Venter på at skolen godkjenner utbetalingen.</Trans>;
    case 'terminal_day':
      return <Trans>Venter på at skolen avslutter dagsoppgjøret.</Trans>;
  }
}
