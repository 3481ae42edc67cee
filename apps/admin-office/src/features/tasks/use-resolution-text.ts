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
    settled: t`avstemt`,
    balanced: t`regnskapet stemmer igjen`,
    passed: t`grensen er passert`,
    book: t`ført på kortet`,
    send_back: t`sendt tilbake`,
    sent_back_already: t`var alt sendt tilbake`,
  };
  return (resolution) => {
    // Of what somebody decided, the reason stands behind the word.
    const [, code = resolution, reason = ''] = /^(\w+)(: .*)$/s.exec(resolution) ?? [];
    const word = words[code];
    return word === undefined ? resolution : `${word}${reason}`;
  };
}
