import { newId } from '@kantinekortet/platform';
import type { TestApi } from '@kantinekortet/platform/testing';
import type { SignedIn, TestPupil } from '@kantinekortet/testing';
import { DepositsService } from '@kantinekortet/wallet';

/** A guardian's own money, old enough to go by the bank, an account of hers, and a refund of some of it: their ids. */
export async function aRefund(api: TestApi, { schoolId, walletId }: TestPupil, { person, browser }: SignedIn) {
  const [accountId, refundId, now] = [newId(), newId(), api.clock.now()];
  const booking = { id: newId(), actor: 'system:test', occurredAt: now, paymentReference: newId() };
  const deposit = { schoolId, walletId, amountOre: 20_000, payerId: person.id, clearing: 'stripe' };
  await api.database.transaction((tx) => api.get(DepositsService).topUp(tx, { ...deposit, ...booking }));
  await api.database.query(
    `INSERT INTO payout_account (school_id, id, payer_kind, payer_id, holder_name, sealed_number, last4, recorded_by,
                                 recorded_at, usable_at)
     VALUES ($1, $2, 'person', $3, 'Kari', '\\x00', '3056', $3, $4, $4::timestamptz + interval '72 hours')`,
    [schoolId, accountId, person.id, now],
  );
  const wish = { id: refundId, walletId, amountOre: 1_000, payoutAccountId: accountId };
  const { status } = await browser.post('refunds', wish);
  if (status !== 201) throw new Error(`A refund for the scene was refused: ${status}`);
  return { refunds: refundId, 'payout-accounts': accountId };
}
