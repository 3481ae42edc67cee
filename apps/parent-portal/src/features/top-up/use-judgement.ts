import { useFormat } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import type { Judged, TopUpLimits } from './amounts.ts';

/** The sentence under the amount field for each reason that an amount cannot be paid. */
export function useJudgement({ minOre, maxOre, balanceCapOre }: TopUpLimits) {
  const { t } = useLingui();
  const { kr } = useFormat();
  return (judged: Exclude<Judged, { kind: 'ok' }>): string => {
    switch (judged.kind) {
      case 'unreadable':
        return t`Skriv et beløp, for eksempel 150.`;
      case 'below_min':
        return t`Fyll på med minst ${kr(minOre)}.`;
      case 'above_max':
        return t`Fyll på med høyst ${kr(maxOre)} om gangen.`;
      case 'above_cap':
        return t`Kortet kan ha høyst ${kr(balanceCapOre)}. Du kan fylle på ${kr(judged.roomOre)} nå.`;
    }
  };
}
