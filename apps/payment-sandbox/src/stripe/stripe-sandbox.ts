import type { OpenProvider, PaymentRecord, ProviderSandbox, SandboxContext } from '../provider-sandbox.ts';
import { paymentPageRoutes } from './payment-page.routes.ts';
import { stripeApiRoutes } from './stripe-api.routes.ts';
import { StripeEndpoints } from './stripe-endpoint.ts';
import { accountRoutes } from './account/account.routes.ts';
import { AccountState } from './account/account-state.ts';
import { StripeAccount } from './account/stripe-account.ts';
import { chargePageRoutes } from './saved-cards/charge-page.routes.ts';
import { Charges } from './saved-cards/charges.ts';
import { savedCardRoutes } from './saved-cards/saved-card.routes.ts';
import { SavedCards } from './saved-cards/saved-cards.ts';
import { setupPageRoutes } from './saved-cards/setup-page.routes.ts';
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
  const savedCards = new SavedCards(context, payments);
  const charges = new Charges(context, payments, savedCards);
  const { state } = payments;
  const accountState = new AccountState(context);
  const refunds = new StripeRefunds(context, payments, (intentId) => accountState.isTakenBack(intentId));
  const account = new StripeAccount(context, accountState, payments, refunds);
  return {
    account,
    routes: (app) => {
      const endpoints = new StripeEndpoints(context, state);
      stripeApiRoutes(app, { context, payments, refunds, savedCards, endpoints });
      accountRoutes(app, { account, endpoints });
      savedCardRoutes(app, { payments, charges, endpoints });
      paymentPageRoutes(app, context, payments);
      setupPageRoutes(app, context, savedCards);
      chargePageRoutes(app, { context, payments, charges });
    },
    tick: () => {
      payments.tick();
      refunds.tick();
    },
    payments: () => [
      ...state.sessions.all().map((session) => recordOf(payments, session)),
      ...state.intents
        .all()
        .filter(({ sessionId }) => sessionId === null)
        .map((intent) => chargeRecordOf(payments, intent)),
    ],
    refunds: () => refunds.records(stripeSandbox.name),
    answerRefund: (reference, status) => refunds.answer(reference, status),
    refundThere: (reference, amountOre) => account.refund(reference, amountOre),
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

/** A charge of a saved card. Refused or asking for the payer, it waits for its next attempt. */
function chargeRecordOf({ state }: StripePayments, intent: IntentState): PaymentRecord {
  return {
    provider: stripeSandbox.name,
    merchantId: intent.merchantId,
    reference: intent.id,
    merchantReference: intent.metadata['paymentId'] ?? null,
    amountOre: intent.amount,
    currency: intent.currency,
    status: intent.status === 'succeeded' ? 'paid' : intent.status === 'canceled' ? 'expired' : 'failed',
    refundedOre: state.refundedOf(intent),
    paidAt: intent.paidAt,
  };
}

function recordStatus(session: SessionState, intent: IntentState | undefined): PaymentRecord['status'] {
  if (intent?.status === 'succeeded') return 'paid';
  if (intent?.status === 'processing') return 'processing';
  if (session.status === 'complete') return 'failed';
  return session.status;
}
