import { DomainError } from '@kantinekortet/platform';
import type { RefundFailureCode } from './refund-port.ts';

/** The provider gave no answer, or none that says what happened. Nothing may be concluded from it. */
export class ProviderUnavailable extends DomainError {
  constructor(provider: string) {
    super(
      'unavailable',
      'payment_provider_unavailable',
      `The payment provider ${provider} does not answer. Try again.`,
      {
        retryAfterSeconds: 30,
        facts: { provider },
      },
    );
  }
}

/** The merchant of this school does not take payments by this provider. */
export class ProviderNotConnected extends DomainError {
  constructor(provider: string) {
    super('unprocessable', 'payment_provider_not_connected', `This school does not take payments by ${provider}.`);
  }
}

/** The provider does not have this saved card any more: it was removed there, or with its customer. */
export class SavedCardGone extends DomainError {
  constructor(provider: string) {
    super('gone', 'saved_card_gone', `The card is no longer saved at ${provider}.`);
  }
}

/** This provider keeps no cards. */
export class NoSavedCards extends DomainError {
  constructor() {
    super('unprocessable', 'saved_cards_not_offered', 'This school cannot charge a saved card.');
  }
}

/** A webhook for a merchant key that nobody has. */
export class UnknownMerchantKey extends DomainError {
  constructor() {
    super('not_found', 'merchant_key_unknown', 'There is no merchant at this address.');
  }
}

/** A webhook whose signature is missing, wrong or too old. */
export class WebhookNotVerified extends DomainError {
  constructor() {
    super('invalid', 'webhook_not_verified', 'The signature of this webhook is missing, wrong or too old.');
  }
}

/** The time to pay is over before the payment was started: there is nothing at the provider. */
export class PaymentOfferEnded extends DomainError {
  constructor() {
    super('gone', 'payment_offer_ended', 'The time to pay is over. Start a new payment.');
  }
}

/** The provider will not send this money back. Nothing was moved, and asking again does not help. */
export class RefundRefused extends DomainError {
  readonly reason: RefundFailureCode;

  constructor(provider: string, reason: RefundFailureCode) {
    super(
      'unprocessable',
      'refund_refused',
      `The payment provider ${provider} does not send this money back: ${reason}.`,
    );
    this.reason = reason;
  }
}
