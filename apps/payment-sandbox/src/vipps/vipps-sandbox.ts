import type {
  OpenProvider,
  PaymentRecord,
  ProviderSandbox,
  RefundRecord,
  SandboxContext,
} from '../provider-sandbox.ts';
import { appPageRoutes } from './app-page.routes.ts';
import { vippsApiRoutes } from './vipps-api.routes.ts';
import { ledgerRoutes } from './ledger/ledger.routes.ts';
import { VippsLedgers } from './ledger/vipps-ledgers.ts';
import { VippsEndpoints } from './vipps-endpoint.ts';
import { VippsPayments } from './vipps-payments.ts';
import type { PaymentState } from './vipps-state.ts';
import { signVippsWebhook } from './vipps-webhooks.ts';

/** Vipps MobilePay's ePayment API as far as a merchant with payments in the app meets it. */
export const vippsSandbox: ProviderSandbox = {
  name: 'vipps',
  credentialNames: ['clientId', 'clientSecret', 'subscriptionKey', 'merchantSerialNumber', 'webhookSecret'],
  signWebhook: signVippsWebhook,
  open: openVipps,
};

function openVipps(context: SandboxContext): OpenProvider {
  const payments = new VippsPayments(context);
  const ledgers = new VippsLedgers(context, payments.state);
  const all = (): PaymentState[] => payments.state.payments.all();
  return {
    routes: (app) => {
      const endpoints = new VippsEndpoints(context, payments.state);
      vippsApiRoutes(app, { context, payments, endpoints });
      ledgerRoutes(app, { ledgers, endpoints });
      appPageRoutes(app, context, payments);
    },
    tick: () => {
      payments.tick();
    },
    account: ledgers,
    // The portal's own key is none of the merchant's.
    refundThere: (reference, amountOre) => {
      const payment = all().find((one) => one.reference === reference);
      if (!payment || payment.captured - payment.refunded < amountOre) return false;
      payments.refund(payment, { value: amountOre, idempotencyKey: null });
      return true;
    },
    payments: () => all().map(recordOf),
    refunds: () => all().flatMap(refundsOf),
    // The app answers at once, and a refund is taken or not.
    settle: () => false,
    answerRefund: () => false,
    expire: (reference) => {
      const payment = all().find((one) => one.reference === reference && one.state === 'CREATED');
      if (payment) payments.move(payment, 'EXPIRED');
      return payment !== undefined;
    },
  };
}

function recordOf(payment: PaymentState): PaymentRecord {
  const { merchantId, reference, value, captured, currency, refunded, events } = payment;
  return {
    provider: vippsSandbox.name,
    merchantId,
    reference,
    merchantReference: reference,
    amountOre: captured > 0 ? captured : value,
    currency: currency.toLowerCase(),
    status: statusOf(payment),
    refundedOre: refunded,
    paidAt: events.find(({ name }) => name === 'CAPTURED')?.timestamp ?? null,
  };
}

/** What is reserved and not captured is on its way: no money has moved. */
function statusOf({ state, captured, cancelled }: PaymentState): PaymentRecord['status'] {
  if (captured > 0) return 'paid';
  if (state === 'AUTHORIZED') return cancelled > 0 ? 'failed' : 'processing';
  if (state === 'CREATED') return 'open';
  return state === 'ABORTED' ? 'failed' : 'expired';
}

function refundsOf({ merchantId, reference, events }: PaymentState): RefundRecord[] {
  return events
    .filter(({ name }) => name === 'REFUNDED')
    .map(({ value, idempotencyKey, pspReference }) => ({
      provider: vippsSandbox.name,
      merchantId,
      reference: idempotencyKey ?? pspReference,
      merchantReference: idempotencyKey?.replace(/^refund-/, '') ?? null,
      paymentReference: reference,
      amountOre: value,
      status: 'succeeded',
    }));
}
