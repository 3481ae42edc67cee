/**
 * VAT rates in per cent by code (merverdiavgiftsloven): serving from a pupils' canteen is exempt (§ 3-5), everything
 * else follows its kind. What is the office's choice per product is kept on each revision and so on each sale.
 */
export const vatRatePercent = {
  exempt: 0,
  high25: 25,
  food15: 15,
  low12: 12,
  zero: 0,
} as const;

export type VatCode = keyof typeof vatRatePercent;

export const vatCodes: readonly VatCode[] = ['exempt', 'high25', 'food15', 'low12', 'zero'];
