const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/** Nine digits whose last is the modulus-11 check of the others (Brønnøysundregistrene, organisasjonsnummer). */
export function isOrganisationNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  const remainder = sum % 11;
  return remainder !== 1 && Number(text[8]) === (11 - remainder) % 11;
}
