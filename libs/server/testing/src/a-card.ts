import { CardSecrets } from '@kantinekortet/cards';
import { Secrets, newId } from '@kantinekortet/platform';
import type { TestApi } from '@kantinekortet/platform/testing';

export interface TestCard {
  readonly id: string;
  readonly schoolId: string;
  readonly number: string;
  /** What its QR code says. */
  readonly token: string;
  /** What its letter says. */
  readonly controlCode: string;
}

/** A card with its letter: a pupil's, active; without a pupil in stock. */
export async function aCard(api: TestApi, schoolId: string, pupilId: string | null = null): Promise<TestCard> {
  const secrets = new CardSecrets(api.get(Secrets));
  const number = secrets.drawNumber();
  const token = secrets.drawToken();
  const controlCode = secrets.drawControlCode();
  const card = { id: newId(), schoolId, number, token, controlCode };
  const batchId = newId();
  const now = api.clock.now();
  const tokenHmac = secrets.hmacOfToken(token);
  await api.database.query(
    `INSERT INTO card_batch (school_id, id, card_count, created_at, created_by) VALUES ($1, $2, 1, $3, $4)`,
    [schoolId, batchId, now, newId()],
  );
  await api.database.query(
    `INSERT INTO card (school_id, id, number, status, pupil_id, issued_at, token_hmac, control_code_hmac, batch_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      schoolId,
      card.id,
      number,
      pupilId === null ? 'stock' : 'active',
      pupilId,
      pupilId === null ? null : now,
      tokenHmac,
      secrets.hmacOfControlCode(number, controlCode),
      batchId,
      now,
    ],
  );
  await api.database.query(
    'INSERT INTO card_directory (token_hmac, card_number, school_id, card_id) VALUES ($1, $2, $3, $4)',
    [tokenHmac, number, schoolId, card.id],
  );
  return card;
}
