import type { Language } from '@kantinekortet/platform';
import type { PaymentCard, ProviderPayment } from './payment-provider.ts';

/** What a payer is asked for, on the provider's own page: a bank card that we may charge later. */
export interface CardSetupRequest {
  /** Our id of the saved card: the provider's idempotency key, and what its webhooks name it by. */
  readonly setupId: string;
  readonly language: Language;
  /** Where the payer comes back to; the visit itself proves nothing. */
  readonly returnUrl: string;
  readonly cancelUrl: string;
  /** When the offer ends. The same in every repetition of a request. */
  readonly expiresAt: Date;
}

/** How the provider knows a saved card. Useless without the merchant's credentials. */
export interface SavedCardReference {
  readonly customerReference: string;
  readonly cardReference: string;
}

/** A saved card, as far as it may be shown, and how to charge it. */
export interface SavedCardAtProvider extends SavedCardReference, PaymentCard {
  /** The last month that it is good for, 1 to 12. */
  readonly expiresMonth: number;
  readonly expiresYear: number;
}

/** What the provider says of an offer to save a card, now. */
export interface CardSetup {
  readonly setupId: string | null;
  readonly providerReference: string;
  /** `pending`: the payer may still give a card. The others are final; a card comes with `saved` alone. */
  readonly status: 'pending' | 'saved' | 'expired';
  readonly card: SavedCardAtProvider | null;
}

/** Money to take from a saved card, without the payer being there. */
export interface CardCharge {
  /** Our id of the payment: the same always means the same charge. */
  readonly paymentId: string;
  readonly amountOre: number;
  readonly card: SavedCardReference;
}

/**
 * What some providers can do beside payments: keep a card and charge it later. Every method may throw
 * ProviderUnavailable, after which the outcome is unknown and the same call may be made again.
 */
export interface SavedCardPort {
  /** Starts an offer to save a card. Throws PaymentOfferEnded when it was not started before and its time is over. */
  startSetup(request: CardSetupRequest): Promise<{ readonly providerReference: string; readonly setupUrl: string }>;
  /** Asks what became of an offer to save a card. */
  getSetup(providerReference: string): Promise<CardSetup>;
  /** Forgets a card. One that is forgotten already is no error. */
  forgetCard(card: SavedCardReference): Promise<void>;
  /**
   * Charges a card, in Norwegian kroner. A refusal is an answer, not an error: `failed`, or `pending` with
   * `authentication_required` when only the payer can let it through. Repeated within 24 hours it is the same charge;
   * later, ask `findCharge` first. Throws SavedCardGone.
   */
  chargeCard(charge: CardCharge): Promise<ProviderPayment>;
  /** The charge under our payment id, if one was made; however old. */
  findCharge(charge: Pick<CardCharge, 'paymentId' | 'card'>): Promise<ProviderPayment | null>;
  /** Where the payer lets a charge through that waits for them; null when it does not wait any more. */
  openApproval(
    providerReference: string,
    request: { readonly card: SavedCardReference; readonly returnUrl: string },
  ): Promise<string | null>;
}
