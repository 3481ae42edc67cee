const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * The 11 digits of a Norwegian bank account, whatever spaces and dots stand between them; undefined when the last one is
 * not the control digit of the others (modulus 11).
 */
export function parseAccountNumber(text: string): string | undefined {
  const digits = text.replaceAll(/[\s.]/g, '');
  if (!/^\d{11}$/.test(digits)) return undefined;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return sum % 11 === 0 ? digits : undefined;
}

/** As people write it: `9041 22 63056`. */
export function formatAccountNumber(accountNumber: string): string {
  return `${accountNumber.slice(0, 4)} ${accountNumber.slice(4, 6)} ${accountNumber.slice(6)}`;
}

/** The account of a Norwegian IBAN (ISO 13616, check digits by modulus 97); undefined for any other. */
export function accountNumberOfIban(iban: string): string | undefined {
  const compact = iban.replaceAll(/\s/g, '').toUpperCase();
  if (!/^NO\d{13}$/.test(compact)) return undefined;
  // N is 23 and O is 24 where the country stands behind the account.
  const rest = BigInt(`${compact.slice(4)}2324${compact.slice(2, 4)}`) % 97n;
  return rest === 1n ? parseAccountNumber(compact.slice(4)) : undefined;
}
