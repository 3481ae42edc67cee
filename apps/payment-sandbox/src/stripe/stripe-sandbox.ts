import type { OpenProvider, PaymentRecord, ProviderSandbox, SandboxContext } from '../provider-sandbox.ts';
import { paymentPageRoutes } from './payment-page.routes.ts';
import { stripeApiRoutes } from './stripe-api.routes.ts';
import { StripeEndpoints } from './stripe-endpoint.ts';
import { signStripeWebhook } from './stripe-events.ts';
import { StripePayments } from './stripe-payments.ts';
import { StripeRefunds } from './stripe-refunds.ts';
import type { IntentState, SessionState } from './stripe-state.ts';

/** Stripe as far as a merchant with hosted Checkout pages meets it. */
export const stripeSandbox: ProviderSandbox = {
  name: 'stripe',
  credentialNames: ['secretKey', 'webhookSecret'],
  signWebhook: signStripeWebhook,
  open: openStripe,
};

function openStripe(context: SandboxContext): OpenProvider {
  const payments = new StripePayments(context);
  const { state } = payments;
  const refunds = new StripeRefunds(context, payments);
  return {
    routes: (app) => {
      stripeApiRoutes(app, { context, payments, refunds, endpoints: new StripeEndpoints(context, state) });
      paymentPageRoutes(app, context, payments);
    },
    tick: () => {
      payments.tick();
      refunds.tick();
    },
    payments: () => state.sessions.all().map((session) => recordOf(payments, session)),
    refunds: () => refunds.records(stripeSandbox.name),
    answerRefund: (reference, status) => refunds.answer(reference, status),
    settle: (reference) => {
      const intent = state.intents.all().find(({ sessionId }) => sessionId === reference);
      if (!intent?.answer) return false;
      payments.settle(intent);
      return true;
    },
    expire: (reference) => {
      const session = payments.sessionNow(reference);
      if (session?.status !== 'open') return false;
      payments.expire(session);
      return true;
    },
  };
}

function recordOf({ state }: StripePayments, session: SessionState): PaymentRecord {
  const intent = session.paymentIntentId === null ? undefined : state.intents.get(session.paymentIntentId);
  return {
    provider: stripeSandbox.name,
    merchantId: session.merchantId,
    reference: session.id,
    merchantReference: session.clientReferenceId,
    amountOre: session.amount,
    currency: session.currency,
    status: recordStatus(session, intent),
    refundedOre: intent ? state.refundedOf(intent) : 0,
    paidAt: intent?.paidAt ?? null,
  };
}

function recordStatus(session: SessionState, intent: IntentState | undefined): PaymentRecord['status'] {
  if (intent?.status === 'succeeded') return 'paid';
  if (intent?.status === 'processing') return 'processing';
  if (session.status === 'complete') return 'failed';
  return session.status;
}
