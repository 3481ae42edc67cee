import type Stripe from 'stripe';
import type { ProviderEvent } from '../payment-provider.ts';
import { chargeIdOf } from './stripe-charge.ts';
import { refundIdOf } from './stripe-refund.ts';

/** A verified webhook in the port's words (docs.stripe.com/api/events/types); null for one that concerns nothing of ours. */
export function toProviderEvent(event: Stripe.Event): ProviderEvent | null {
  const { id: eventId, type } = event;
  const nothing = { eventId, type, paymentId: null, refundId: null };
  if (isSessionEvent(event)) {
    const { id: providerReference, client_reference_id: paymentId, mode } = event.data.object;
    return { ...nothing, subject: mode === 'setup' ? 'saved_card' : 'payment', paymentId, providerReference };
  }
  if (isIntentEvent(event)) {
    const paymentId = chargeIdOf(event.data.object);
    return paymentId === null
      ? null
      : { ...nothing, subject: 'payment', paymentId, providerReference: event.data.object.id };
  }
  if (isDisputeEvent(event)) return { ...nothing, subject: 'dispute', providerReference: event.data.object.id };
  // It names the payment, and comes for every refund: whether somebody made one at Stripe is asked for.
  if (event.type === 'charge.refunded') {
    const { id, metadata } = event.data.object;
    const paymentId = metadata['paymentId'];
    return paymentId === undefined
      ? null
      : { ...nothing, subject: 'dashboard_refund', paymentId, providerReference: id };
  }
  if (!isRefundEvent(event)) return null;
  const { id: providerReference } = event.data.object;
  const refundId = refundIdOf(event.data.object);
  const subject = refundId === null ? 'dashboard_refund' : 'refund';
  return { ...nothing, subject, refundId, providerReference };
}

type SessionEvent = Extract<Stripe.Event, { type: `checkout.session.${string}` }>;

function isSessionEvent(event: Stripe.Event): event is SessionEvent {
  return event.type.startsWith('checkout.session.');
}

type IntentEvent = Extract<Stripe.Event, { type: `payment_intent.${string}` }>;

function isIntentEvent(event: Stripe.Event): event is IntentEvent {
  return event.type.startsWith('payment_intent.');
}

type RefundEvent = Extract<Stripe.Event, { type: `refund.${string}` }>;

function isRefundEvent(event: Stripe.Event): event is RefundEvent {
  return event.type.startsWith('refund.');
}

type DisputeEvent = Extract<Stripe.Event, { type: `charge.dispute.${string}` }>;

function isDisputeEvent(event: Stripe.Event): event is DisputeEvent {
  return event.type.startsWith('charge.dispute.');
}
