import { useLingui } from '@lingui/react/macro';

/** How a task ended: what somebody wrote, or the word for what was done. */
export function useResolutionText(): (resolution: string) => string {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = {
    approved: t`godkjent`,
    withdrawn: t`trukket tilbake`,
    cancelled: t`avbrutt`,
    sent: t`sendt`,
    confirmed: t`utbetalt`,
    failed: t`pengene er tilbake på kortet`,
    returned: t`pengene er tilbake på kortet`,
    gone: t`ordnet seg`,
    lost: t`banken beholdt pengene`,
    closed: t`banken lot saken falle, ingen penger ble trukket`,
  };
  return (resolution) => words[resolution] ?? resolution;
}
