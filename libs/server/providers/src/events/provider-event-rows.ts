import type { Database, Tx } from '@kantinekortet/platform';
import type { ProviderEvent } from '../payment-provider.ts';

/** What identifies a webhook: the provider's id of it, at one merchant. */
export interface ProviderEventKey {
  readonly merchantId: string;
  readonly provider: string;
  readonly eventId: string;
}

/** A webhook in the inbox. */
export interface StoredEvent extends ProviderEventKey {
  readonly paymentId: string | null;
  readonly refundId: string | null;
  readonly providerReference: string;
  readonly processedAt: Date | null;
}

/** Puts a verified webhook in the inbox. False when it was there already. */
export async function storeEvent(
  tx: Tx,
  {
    merchantId,
    provider,
    event,
    receivedAt,
  }: Omit<ProviderEventKey, 'eventId'> & { event: ProviderEvent; receivedAt: Date },
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO payment_event
       (merchant_id, provider, event_id, type, subject, payment_id, refund_id, provider_reference, received_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING event_id`,
    [
      merchantId,
      provider,
      event.eventId,
      event.type,
      event.subject,
      event.paymentId,
      event.refundId,
      event.providerReference,
      receivedAt,
    ],
  );
  return rows.length > 0;
}

export async function findEvent(database: Database, key: ProviderEventKey): Promise<StoredEvent | undefined> {
  const [row] = await database.query<StoredEvent>(
    `SELECT merchant_id AS "merchantId", provider, event_id AS "eventId", payment_id AS "paymentId",
            refund_id AS "refundId", provider_reference AS "providerReference", processed_at AS "processedAt"
       FROM payment_event WHERE merchant_id = $1 AND provider = $2 AND event_id = $3`,
    [key.merchantId, key.provider, key.eventId],
  );
  return row;
}

export async function markProcessed(tx: Tx, key: ProviderEventKey, processedAt: Date): Promise<void> {
  await tx.query(
    'UPDATE payment_event SET processed_at = $4 WHERE merchant_id = $1 AND provider = $2 AND event_id = $3',
    [key.merchantId, key.provider, key.eventId, processedAt],
  );
}
