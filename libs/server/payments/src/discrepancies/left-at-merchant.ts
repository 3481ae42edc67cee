import type { PaymentProvider, ProviderPayment, ProviderRefund } from '@kantinekortet/providers';

/** What of a payment the merchant still has, by the provider's own list of its refunds, and those that failed. */
export async function leftAtMerchant(
  account: PaymentProvider,
  { providerReference, amountOre }: ProviderPayment,
): Promise<{ readonly leftOre: number; readonly failed: readonly ProviderRefund[] }> {
  const refunds = await account.listRefunds(providerReference);
  const failed = refunds.filter(({ status }) => status === 'failed');
  const goneOre = refunds.reduce((ore, refund) => ore + (failed.includes(refund) ? 0 : refund.amountOre), 0);
  return { leftOre: amountOre - goneOre, failed };
}
