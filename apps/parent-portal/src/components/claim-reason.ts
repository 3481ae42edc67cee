import { useLingui } from '@lingui/react/macro';

/** What a wallet owes for, in words that stand after an amount. */
export function useClaimReason(): (reason: string) => string {
  const { t } = useLingui();
  const reasons: Readonly<Record<string, string>> = {
    replacement_fee: t`gebyr for nytt kort`,
    offline_shortfall: t`kjøp mens kassen var frakoblet`,
    emergency_meal: t`mat uten penger på kortet`,
    dispute: t`betaling som ble sendt tilbake`,
    dashboard_refund: t`betaling som ble sendt tilbake`,
  };
  return (reason) => reasons[reason] ?? t`skyldig fra før`;
}
