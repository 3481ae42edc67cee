import type { Tx, Database } from '@kantinekortet/platform';
import { readRows } from '@kantinekortet/wallet';
import type { RefundablePayment } from './plan-refund.ts';

interface PaymentRow extends Omit<RefundablePayment, 'card'> {
  readonly cardBrand: string | null;
  readonly cardLast4: string | null;
}

// A top-up is what layers name a payment by; several may share one payment of the provider, and each has its own amount.
const paymentsSql = `
  SELECT t.id::text AS reference, t.provider, t.provider_reference AS "providerReference", t.ended_at AS "paidAt",
         t.card_brand AS "cardBrand", t.card_last4 AS "cardLast4",
         EXISTS (SELECT FROM refund_part p
                  WHERE p.school_id = t.school_id AND p.payment_reference = t.id::text AND p.route = 'provider'
                    AND p.status IN ('failed', 'returned')) AS "wasRefused"
    FROM top_up t
   WHERE t.school_id = $1 AND t.id = ANY ($2::uuid[]) AND t.status = 'paid'`;

/** The payments, of those that layers name, which a provider took. What the office received is not among them. */
export async function findPayments(
  reader: Tx | Database,
  schoolId: string,
  references: readonly (string | null)[],
): Promise<RefundablePayment[]> {
  const ids = references.filter((reference) => reference !== null && isUuid(reference));
  const rows = await readRows<PaymentRow>(reader, paymentsSql, [schoolId, ids]);
  return rows.map(({ cardBrand, cardLast4, ...payment }) => ({
    ...payment,
    card: cardBrand !== null && cardLast4 !== null ? { brand: cardBrand, last4: cardLast4 } : null,
  }));
}

function isUuid(text: string): boolean {
  return /^[0-9a-f-]{36}$/i.test(text);
}
