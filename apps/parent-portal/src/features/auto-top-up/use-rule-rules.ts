import { parseOre } from '@kantinekortet/money';
import { type ProblemTexts, useFormat } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import type { AutoTopUpState } from './auto-top-up-query.ts';

const maximumTimes = 31;

/** Judges what is typed as the server will, so that it is told beside the field. */
export function useRuleRules({ minOre, maxOre, balanceCapOre }: AutoTopUpState, belowOre: () => number) {
  const { t } = useLingui();
  const { kr } = useFormat();
  const beyondCap = t`Til sammen kan det ikke være mer enn ${kr(balanceCapOre)} på kortet`;
  const outOfRange = t`Skriv et beløp fra ${kr(minOre)} til ${kr(maxOre)}`;

  const amount = (value: string): string | true => {
    const ore = parseOre(value) ?? 0;
    if (ore < minOre || ore > maxOre) return outOfRange;
    return belowOre() + ore > balanceCapOre ? beyondCap : true;
  };
  const times = (value: string): string | true =>
    (/^\d{1,2}$/.test(value.trim()) && Number(value) >= 1 && Number(value) <= maximumTimes) ||
    t`Skriv et tall fra 1 til ${maximumTimes}`;
  const texts: ProblemTexts = { auto_top_up_beyond_cap: `${beyondCap}.`, amount_out_of_range: `${outOfRange}.` };
  return {
    below: {
      required: t`Skriv et beløp`,
      validate: (value: string) => (parseOre(value) ?? 0) > 0 || t`Skriv et beløp, for eksempel 50`,
    },
    amount: { required: t`Skriv et beløp`, validate: amount },
    times: { required: t`Skriv et tall`, validate: times },
    texts,
  };
}
