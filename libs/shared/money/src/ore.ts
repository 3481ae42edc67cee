declare const oreBrand: unique symbol;

/** A whole number of øre (1/100 krone) that a double holds exactly. May be negative. */
export type Ore = number & { readonly [oreBrand]: true };

/** Brands a number of øre. Throws RangeError when it is not a safe integer. */
export function ore(value: number): Ore {
  if (!isOre(value)) throw new RangeError(`${value} is not a whole number of øre`);
  return value;
}

function isOre(value: number): value is Ore {
  return Number.isSafeInteger(value);
}

/** Whole kroner as øre: `kr(100)` is 10 000 øre. */
export function kr(kroner: number): Ore {
  return ore(Math.round(kroner * 100));
}

/** Adds amounts in øre. Throws RangeError when the sum is no longer exact. */
export function addOre(...amounts: readonly Ore[]): Ore {
  return ore(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

/** Reads what a person types (`1 234,50`, `100`, `99.5 kr`) as øre, or undefined when it is no amount. */
export function parseOre(text: string): Ore | undefined {
  const compact = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/kr\.?$/i, '')
    .replace('−', '-');
  const match = /^(-?)(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(compact);
  if (!match) return undefined;
  const [, sign, kroner, decimals = ''] = match;
  const value = Number(kroner) * 100 + Number(decimals.padEnd(2, '0'));
  return ore(sign === '-' && value !== 0 ? -value : value);
}

/** Formats øre as people read it: `1 234,50 kr` with no-break spaces and a true minus sign. */
export function formatKr(amount: number, locale: 'nb' | 'nn' | 'en' = 'nb'): string {
  const formatted = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : `${locale}-NO`, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(Math.abs(amount) / 100);
  return `${amount < 0 ? '\u2212' : ''}${formatted}\u00a0kr`;
}
