import type { Tx } from '@kantinekortet/platform';
import type { CardSecrets } from './card-secrets.ts';

export interface CardWithCode {
  readonly id: string;
  readonly number: string;
  readonly controlCode: string;
}

/** Draws new control codes for cards that the caller has locked; the old ones are void. Codes live in this request only. */
export async function drawControlCodes(
  tx: Tx,
  schoolId: string,
  cards: readonly { readonly id: string; readonly number: string }[],
  secrets: CardSecrets,
): Promise<CardWithCode[]> {
  const drawn = cards.map(({ id, number }) => ({ id, number, controlCode: secrets.drawControlCode() }));
  await tx.query(
    `UPDATE card c
        SET control_code_hmac = d.code_hmac, control_code_used_at = NULL, control_code_used_by = NULL
       FROM unnest($2::uuid[], $3::bytea[]) d (id, code_hmac)
      WHERE c.school_id = $1 AND c.id = d.id`,
    [
      schoolId,
      drawn.map(({ id }) => id),
      drawn.map(({ number, controlCode }) => secrets.hmacOfControlCode(number, controlCode)),
    ],
  );
  return drawn;
}
