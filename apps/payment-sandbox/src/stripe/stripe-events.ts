import { createHmac } from 'node:crypto';
import Stripe from 'stripe';
import type { SandboxContext, WebhookToSign } from '../provider-sandbox.ts';
import { stripeId, unixSeconds } from './stripe-ids.ts';
import type { EventState, StripeState } from './stripe-state.ts';

/** Events: remembered for the events API, and sent as webhooks. */
export class StripeEvents {
  readonly #context: SandboxContext;
  readonly #state: StripeState;

  constructor(context: SandboxContext, state: StripeState) {
    this.#context = context;
    this.#state = state;
  }

  emit(merchantId: string, type: string, object: object): void {
    const id = stripeId('evt');
    const createdAt = this.#context.now().toISOString();
    const body = JSON.stringify({
      id,
      object: 'event',
      api_version: Stripe.API_VERSION,
      created: unixSeconds(createdAt),
      data: { object },
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type,
    });
    const event = this.#state.events.put({ id, merchantId, type, createdAt, body });
    this.#deliver(event);
  }

  #deliver(event: EventState): void {
    const merchant = this.#context.merchants.get(event.merchantId);
    if (merchant) {
      this.#context.webhooks.enqueue({ merchant, eventId: event.id, eventType: event.type, body: event.body });
    }
  }
}

/** The `Stripe-Signature` header: scheme v1, HMAC-SHA256 over `timestamp.body` (docs.stripe.com/webhooks/signature). */
export function signStripeWebhook({ merchant, body, signedAt }: WebhookToSign): Record<string, string> {
  const timestamp = unixSeconds(signedAt);
  const signature = createHmac('sha256', merchant.credentials['webhookSecret'] ?? '')
    .update(`${timestamp}.${body}`)
    .digest('hex');
  return { 'stripe-signature': `t=${timestamp},v1=${signature}` };
}
