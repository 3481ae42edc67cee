/** Kroner for a euro, in ten-thousandths, as a person writes them: 118234 is 11,8234. */
export function rateText(nokPerEurE4: number): string {
  const [whole = '', decimals = ''] = (nokPerEurE4 / 10_000).toFixed(4).split('.');
  return `${whole},${decimals.replace(/0{1,2}$/, '')}`;
}

/** The other way round: at most four decimals, after a comma or a dot. Undefined for what is no rate, or not a likely one. */
export function parseRate(text: string): number | undefined {
  const [, whole, decimals = ''] = /^\s*(\d{1,2})(?:[.,](\d{1,4}))?\s*$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const rate = Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'));
  return rate >= 50_000 && rate <= 500_000 ? rate : undefined;
}
