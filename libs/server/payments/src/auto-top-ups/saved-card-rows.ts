import type { Language, Tx } from '@kantinekortet/platform';
import type { SavedCardAtProvider } from '@kantinekortet/providers';
import { readRows, type Reader } from '@kantinekortet/wallet';

/** `abandoned`: the page closed before a card was given. `removed` cards wait until the provider has forgotten them. */
export type SavedCardStatus = 'setting_up' | 'saved' | 'abandoned' | 'removed';

/** A person's bank card at a school's merchant, as its table holds it. */
export interface SavedCardRow {
  readonly schoolId: string;
  readonly id: string;
  readonly payerId: string;
  /** The child from whose page it was saved. */
  readonly pupilId: string;
  readonly merchantId: string;
  readonly provider: string;
  readonly language: Language;
  readonly status: SavedCardStatus;
  readonly setupReference: string | null;
  readonly setupUrl: string | null;
  readonly createdAt: Date;
  readonly setupExpiresAt: Date;
  /** Null until it is saved. */
  readonly card: SavedCardAtProvider | null;
}

const columns = `
  school_id AS "schoolId", id, payer_id AS "payerId", pupil_id AS "pupilId", merchant_id AS "merchantId", provider,
  language, status, setup_reference AS "setupReference", setup_url AS "setupUrl", created_at AS "createdAt",
  setup_expires_at AS "setupExpiresAt",
  CASE WHEN card_reference IS NOT NULL THEN jsonb_build_object(
    'customerReference', customer_reference, 'cardReference', card_reference, 'brand', brand, 'last4', last4,
    'expiresMonth', expires_month, 'expiresYear', expires_year) END AS card`;

/** The card of this id at one of these schools. */
export async function findCard(
  reader: Reader,
  schoolIds: readonly string[],
  id: string,
): Promise<SavedCardRow | undefined> {
  const [row] = await readRows<SavedCardRow>(
    reader,
    `SELECT ${columns} FROM saved_card WHERE school_id = ANY ($1::uuid[]) AND id = $2`,
    [schoolIds, id],
  );
  return row;
}

export async function lockCard(tx: Tx, schoolId: string, id: string): Promise<SavedCardRow | undefined> {
  const [row] = await tx.query<SavedCardRow[]>(
    `SELECT ${columns} FROM saved_card WHERE school_id = $1 AND id = $2 FOR UPDATE`,
    [schoolId, id],
  );
  return row;
}

/** The card that a person's rules at a school are charged to. */
export async function cardOfPayer(
  reader: Reader,
  schoolId: string,
  payerId: string,
): Promise<SavedCardRow | undefined> {
  const [row] = await readRows<SavedCardRow>(
    reader,
    `SELECT ${columns} FROM saved_card WHERE school_id = $1 AND payer_id = $2 AND status = 'saved'`,
    [schoolId, payerId],
  );
  return row;
}

/** Waits for whoever is saving or removing a card of this person, and keeps others from it until the transaction ends. */
export async function lockCardsOfPayer(tx: Tx, schoolId: string, payerId: string): Promise<void> {
  await tx.query(
    `SELECT 1 FROM saved_card WHERE school_id = $1 AND payer_id = $2 AND status IN ('setting_up', 'saved')
      ORDER BY id FOR UPDATE`,
    [schoolId, payerId],
  );
}

/** A school's cards that are neither saved nor done with, and have been so since a moment. */
export async function cardsToLookAfter(reader: Reader, schoolId: string, silentSince: Date): Promise<SavedCardRow[]> {
  return readRows<SavedCardRow>(
    reader,
    `SELECT ${columns} FROM saved_card
      WHERE school_id = $1 AND coalesce(ended_at, created_at) < $2
        AND (status = 'setting_up'
             OR (status = 'removed' AND forgotten_at IS NULL AND customer_reference IS NOT NULL))`,
    [schoolId, silentSince],
  );
}

/** Writes down a new offer. False when the id is taken. */
export async function insertCard(tx: Tx, card: SavedCardRow): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO saved_card (school_id, id, payer_id, pupil_id, merchant_id, provider, language, created_at,
                             setup_expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      card.schoolId,
      card.id,
      card.payerId,
      card.pupilId,
      card.merchantId,
      card.provider,
      card.language,
      card.createdAt,
      card.setupExpiresAt,
    ],
  );
  return rows.length > 0;
}

type CardKey = Pick<SavedCardRow, 'schoolId' | 'id'>;

export async function recordSetup(
  tx: Tx,
  { schoolId, id }: CardKey,
  started: { readonly providerReference: string; readonly setupUrl: string },
): Promise<void> {
  await tx.query('UPDATE saved_card SET setup_reference = $3, setup_url = $4 WHERE school_id = $1 AND id = $2', [
    schoolId,
    id,
    started.providerReference,
    started.setupUrl,
  ]);
}

/** Writes down what the payer gave. A page that we had called closed may have been used all the same. */
export async function recordSaved(tx: Tx, { schoolId, id }: CardKey, card: SavedCardAtProvider): Promise<void> {
  await tx.query(
    `UPDATE saved_card
        SET status = 'saved', ended_at = NULL, customer_reference = $3, card_reference = $4, brand = $5, last4 = $6,
            expires_month = $7, expires_year = $8
      WHERE school_id = $1 AND id = $2`,
    [
      schoolId,
      id,
      card.customerReference,
      card.cardReference,
      card.brand,
      card.last4,
      card.expiresMonth,
      card.expiresYear,
    ],
  );
}

export async function recordEnd(
  tx: Tx,
  { schoolId, id }: CardKey,
  status: 'abandoned' | 'removed',
  endedAt: Date,
): Promise<void> {
  await tx.query('UPDATE saved_card SET status = $3, ended_at = $4 WHERE school_id = $1 AND id = $2', [
    schoolId,
    id,
    status,
    endedAt,
  ]);
}

export async function recordForgotten(tx: Tx, { schoolId, id }: CardKey, forgottenAt: Date): Promise<void> {
  await tx.query('UPDATE saved_card SET forgotten_at = $3 WHERE school_id = $1 AND id = $2', [
    schoolId,
    id,
    forgottenAt,
  ]);
}

/** Whether a charge of this card has no answer yet: until then the provider must not forget it. */
export async function isBeingCharged(reader: Reader, { schoolId, id }: CardKey): Promise<boolean> {
  const runs = await readRows<unknown>(
    reader,
    `SELECT 1 FROM auto_top_up_run WHERE school_id = $1 AND saved_card_id = $2
        AND status IN ('charging', 'waiting_for_guardian') LIMIT 1`,
    [schoolId, id],
  );
  return runs.length > 0;
}

/** A card is good until the last day of its month, in UTC. */
export function isExpired({ expiresMonth, expiresYear }: SavedCardAtProvider, now: Date): boolean {
  return Date.UTC(expiresYear, expiresMonth) <= now.getTime();
}
