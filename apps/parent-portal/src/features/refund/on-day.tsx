import { useFormat } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';

/** When money is there, or what has to happen first. */
export function OnDay({ day, needsApproval }: { day: string; needsApproval: boolean }) {
  const format = useFormat();
  if (needsApproval) return <Trans>Skolen må godkjenne utbetalingen først</Trans>;
  return <Trans>Senest {format.date(day)}</Trans>;
}
