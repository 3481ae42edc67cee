/** A totally anti-symmetric quasigroup of order 10 (H. Michael Damm, 2004), one row an interim digit. */
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/**
 * The check digit of a row of digits. With it in place the same sum is 0. Every single wrong digit and every swap of
 * two neighbours is found, which Luhn's sum does not promise (09 and 90).
 */
export function dammSum(digits: string): number {
  return Array.from(digits).reduce((interim, digit) => Number(quasigroup[interim]?.charAt(Number(digit))), 0);
}
