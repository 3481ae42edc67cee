import type { Tx } from '@kantinekortet/platform';
import type { ProviderPayment } from '@kantinekortet/providers';
import type { TaskFacts } from '@kantinekortet/tasks';
import type { TopUp } from '../top-up-rows.ts';

/** What the office sees of a payment that is not what was asked for: both amounts, and whose card it was meant for. */
export async function discrepancyFacts(
  tx: Tx,
  topUps: readonly TopUp[],
  { expectedOre, payment }: { readonly expectedOre: number; readonly payment: ProviderPayment },
): Promise<TaskFacts> {
  const [any] = topUps;
  const [pupil] = await tx.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM pupil WHERE school_id = $1 AND wallet_id = $2',
    [any?.schoolId, any?.walletId],
  );
  return {
    expectedOre,
    paidOre: payment.amountOre,
    currency: payment.currency,
    reference: payment.providerReference,
    childCount: topUps.length,
    pupilId: pupil?.id ?? null,
    pupilName: pupil?.name ?? null,
  };
}
