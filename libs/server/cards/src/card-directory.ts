import type { Tx } from '@kantinekortet/platform';

/** Which school has a card. */
export interface CardPlace {
  readonly schoolId: string;
  readonly cardId: string;
}

const select = 'SELECT school_id AS "schoolId", card_id AS "cardId" FROM card_directory';

export async function placeOfNumber(tx: Tx, cardNumber: string): Promise<CardPlace | undefined> {
  return first(await tx.query<CardPlace[]>(`${select} WHERE card_number = $1`, [cardNumber]));
}

export async function placeOfToken(tx: Tx, tokenHmac: Buffer): Promise<CardPlace | undefined> {
  return first(await tx.query<CardPlace[]>(`${select} WHERE token_hmac = $1`, [tokenHmac]));
}

/** The numbers among these that some school's card has already. */
export async function takenNumbers(tx: Tx, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ number: string }[]>(
    'SELECT card_number AS number FROM card_directory WHERE card_number = ANY ($1)',
    [numbers],
  );
  return new Set(rows.map(({ number }) => number));
}

function first<T>(rows: readonly T[]): T | undefined {
  return rows[0];
}
