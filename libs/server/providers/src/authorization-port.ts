import type { ProviderPayment } from './payment-provider.ts';

/**
 * What providers do that first only reserve a payer's money. Every method may throw ProviderUnavailable, after which the
 * outcome is unknown and the same call may be made again: it moves money once.
 */
export interface AuthorizationPort {
  /** Takes all of a reserved amount, in Norwegian øre, and says what became of the payment. */
  capture(providerReference: string, amountOre: number): Promise<ProviderPayment>;
  /** Gives a reserved amount back to the payer untouched, and says what became of the payment. */
  release(providerReference: string): Promise<ProviderPayment>;
}
