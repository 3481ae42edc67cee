import Stripe from 'stripe';
import type { ProviderPayment } from '../payment-provider.ts';
import { SavedCardGone } from '../provider.errors.ts';
import type {
  CardCharge,
  CardSetup,
  CardSetupRequest,
  SavedCardAtProvider,
  SavedCardPort,
  SavedCardReference,
} from '../saved-card-port.ts';
import { answered, isGone, stripeName } from './stripe-answer.ts';
import { chargeExpansion, chargeIdOf, chargeMetadata, toChargePayment } from './stripe-charge.ts';

const listLimit = 100;

/** Saved cards by Checkout in `setup` mode, and off-session PaymentIntents (docs.stripe.com/payments/save-and-reuse). */
export class StripeSavedCards implements SavedCardPort {
  private readonly stripe: Stripe;

  constructor(stripe: Stripe) {
    this.stripe = stripe;
  }

  async startSetup(request: CardSetupRequest): Promise<{ providerReference: string; setupUrl: string }> {
    const params: Stripe.Checkout.SessionCreateParams = {
      mode: 'setup',
      allowed_payment_method_types: ['card'],
      customer_creation: 'always',
      locale: request.language === 'en' ? 'en' : 'nb',
      client_reference_id: request.setupId,
      success_url: request.returnUrl,
      cancel_url: request.cancelUrl,
      expires_at: Math.floor(request.expiresAt.getTime() / 1_000),
    };
    const session = await answered(this.stripe.checkout.sessions.create(params, { idempotencyKey: request.setupId }));
    if (session.url === null) throw new Error(`Stripe's session ${session.id} has no page`);
    return { providerReference: session.id, setupUrl: session.url };
  }

  async getSetup(providerReference: string): Promise<CardSetup> {
    const expand = ['setup_intent.payment_method'];
    const session = await answered(this.stripe.checkout.sessions.retrieve(providerReference, { expand }));
    const card = session.status === 'complete' ? cardOf(session) : null;
    const status = session.status === 'expired' ? 'expired' : card ? 'saved' : 'pending';
    return { setupId: session.client_reference_id, providerReference: session.id, status, card };
  }

  /** Each setup made a customer of its own, so the customer goes too, and its cards with it. */
  async forgetCard({ customerReference }: SavedCardReference): Promise<void> {
    try {
      await answered(this.stripe.customers.del(customerReference));
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  async chargeCard({ paymentId, amountOre, card }: CardCharge): Promise<ProviderPayment> {
    const params: Stripe.PaymentIntentCreateParams = {
      amount: amountOre,
      currency: 'nok',
      allowed_payment_method_types: ['card'],
      customer: card.customerReference,
      payment_method: card.cardReference,
      off_session: true,
      confirm: true,
      metadata: chargeMetadata(paymentId),
      expand: chargeExpansion,
    };
    try {
      return toChargePayment(await answered(this.stripe.paymentIntents.create(params, { idempotencyKey: paymentId })));
    } catch (error) {
      if (isGone(error)) throw new SavedCardGone(stripeName);
      const refused = error instanceof Stripe.errors.StripeCardError ? error.payment_intent : undefined;
      if (!refused) throw error;
      return toChargePayment(refused);
    }
  }

  async findCharge({ paymentId, card }: Pick<CardCharge, 'paymentId' | 'card'>): Promise<ProviderPayment | null> {
    const params = { customer: card.customerReference, limit: listLimit, expand: ['data.latest_charge'] };
    const { data } = await answered(this.stripe.paymentIntents.list(params));
    const intent = data.find((candidate) => chargeIdOf(candidate) === paymentId);
    return intent ? toChargePayment(intent) : null;
  }

  async openApproval(
    providerReference: string,
    { card, returnUrl }: { readonly card: SavedCardReference; readonly returnUrl: string },
  ): Promise<string | null> {
    const intent = await answered(this.stripe.paymentIntents.retrieve(providerReference));
    if (intent.status !== 'requires_payment_method') return approvalUrlOf(intent);
    const params = { payment_method: card.cardReference, return_url: returnUrl };
    try {
      return approvalUrlOf(await answered(this.stripe.paymentIntents.confirm(providerReference, params)));
    } catch (error) {
      // The bank's answer came at once, or from another window; what it was is asked for by getPayment.
      if (isGone(error)) throw new SavedCardGone(stripeName);
      const isAnswered =
        error instanceof Stripe.errors.StripeCardError || error instanceof Stripe.errors.StripeInvalidRequestError;
      if (!isAnswered) throw error;
      return null;
    }
  }
}

function approvalUrlOf({ status, next_action: next }: Stripe.PaymentIntent): string | null {
  return status === 'requires_action' ? (next?.redirect_to_url?.url ?? null) : null;
}

function cardOf({ setup_intent: intent, customer }: Stripe.Checkout.Session): SavedCardAtProvider | null {
  const method = typeof intent === 'object' ? intent?.payment_method : null;
  const customerReference = typeof customer === 'string' ? customer : customer?.id;
  if (typeof method !== 'object' || !method?.card || customerReference === undefined) return null;
  const { brand, last4, exp_month: expiresMonth, exp_year: expiresYear } = method.card;
  return { customerReference, cardReference: method.id, brand, last4, expiresMonth, expiresYear };
}
