import { object, type DocumentedCall, type Schema } from '../../../testing/documented-calls.ts';
import {
  balanceTransaction,
  deleted,
  dispute,
  event,
  failure,
  intent,
  listOf,
  payout,
  refund,
  session,
  text,
} from './stripe-objects.ts';

const docs = 'https://docs.stripe.com/api';
const digits: Schema = { type: 'string', pattern: '^[0-9]+$' };
const uri: Schema = { type: 'string', format: 'uri' };
const one = (...values: string[]): Schema => ({ enum: values });

const common = {
  authorization: { type: 'string', pattern: '^Bearer sk_(test|live)_\\w+$' },
  'stripe-version': { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}\\.[a-z]+$' },
};
const reading = object(common, { open: true });
const form = { 'content-type': { const: 'application/x-www-form-urlencoded' } };
const writing = object({ ...common, ...form }, { open: true });
const creating = object({ ...common, ...form, 'idempotency-key': { ...text, maxLength: 255 } }, { open: true });

const nothing = object({});
const expanding = object({}, { optional: { 'expand[0]': text } });
const list = (optional: Readonly<Record<string, Schema>>): Schema => {
  const limit = { type: 'string', pattern: '^([1-9]|[1-9][0-9]|100)$' };
  return object({}, { optional: { limit, starting_after: text, 'expand[0]': text, ...optional } });
};
const created = { 'created[gte]': digits, 'created[lt]': digits };

const sessionFields = object(
  {
    mode: one('payment', 'setup'),
    'allowed_payment_method_types[0]': one('card'),
    locale: one('nb', 'en'),
    client_reference_id: { ...text, maxLength: 200 },
    success_url: uri,
    cancel_url: uri,
    expires_at: digits,
  },
  {
    optional: {
      customer_creation: one('always', 'if_required'),
      'payment_intent_data[metadata][paymentId]': text,
      'line_items[0][quantity]': digits,
      'line_items[0][price_data][currency]': one('nok'),
      'line_items[0][price_data][unit_amount]': digits,
      'line_items[0][price_data][product_data][name]': text,
    },
  },
);

const chargeFields = object(
  {
    amount: digits,
    currency: one('nok'),
    'allowed_payment_method_types[0]': one('card'),
    customer: text,
    payment_method: text,
    off_session: one('true'),
    confirm: one('true'),
    'metadata[paymentId]': text,
    'metadata[kind]': text,
  },
  { optional: { 'expand[0]': text } },
);

const reads = (path: string, source: string, fields: Schema, answer: Schema): DocumentedCall => ({
  call: `GET ${path}`,
  source: `${docs}/${source}`,
  headers: reading,
  fields,
  answers: { 200: answer },
});

/** Our calls of the API, by its public reference and the types that its OpenAPI document has in the SDK. */
export const stripeCalls: readonly DocumentedCall[] = [
  {
    call: 'POST /v1/checkout/sessions',
    source: `${docs}/checkout/sessions/create`,
    headers: creating,
    fields: sessionFields,
    answers: { 200: session, 400: failure },
  },
  reads(
    '/v1/checkout/sessions',
    'checkout/sessions/list',
    list({ ...created, status: one('complete') }),
    listOf(session),
  ),
  reads('/v1/checkout/sessions/{id}', 'checkout/sessions/retrieve', expanding, session),
  {
    call: 'POST /v1/checkout/sessions/{id}/expire',
    source: `${docs}/checkout/sessions/expire`,
    headers: writing,
    fields: nothing,
    answers: { 200: session, 400: failure },
  },
  {
    call: 'POST /v1/payment_intents',
    source: `${docs}/payment_intents/create`,
    headers: creating,
    fields: chargeFields,
    answers: { 200: intent, 402: failure },
  },
  reads('/v1/payment_intents', 'payment_intents/list', list({ ...created, customer: text }), listOf(intent)),
  reads('/v1/payment_intents/{id}', 'payment_intents/retrieve', expanding, intent),
  {
    call: 'POST /v1/payment_intents/{id}/confirm',
    source: `${docs}/payment_intents/confirm`,
    headers: writing,
    fields: object({ payment_method: text, return_url: uri }),
    answers: { 200: intent },
  },
  {
    call: 'POST /v1/payment_intents/{id}/cancel',
    source: `${docs}/payment_intents/cancel`,
    headers: writing,
    fields: nothing,
    answers: { 200: intent },
  },
  {
    call: 'DELETE /v1/customers/{id}',
    source: `${docs}/customers/delete`,
    headers: reading,
    answers: { 200: deleted, 404: failure },
  },
  {
    call: 'POST /v1/refunds',
    source: `${docs}/refunds/create`,
    headers: creating,
    fields: object({ payment_intent: text, amount: digits, 'metadata[refundId]': text }),
    answers: { 200: refund, 400: failure },
  },
  reads('/v1/refunds', 'refunds/list', list({ ...created, payment_intent: text }), listOf(refund)),
  reads('/v1/refunds/{id}', 'refunds/retrieve', nothing, refund),
  reads(
    '/v1/payouts',
    'payouts/list',
    list({ 'arrival_date[gte]': digits, 'arrival_date[lt]': digits, status: one('paid') }),
    listOf(payout),
  ),
  reads('/v1/balance_transactions', 'balance_transactions/list', list({ payout: text }), listOf(balanceTransaction)),
  reads('/v1/disputes', 'disputes/list', list(created), listOf(dispute)),
  reads('/v1/disputes/{id}', 'disputes/retrieve', expanding, dispute),
];

/** What the provider sends to us. */
export const stripeWebhook: DocumentedCall = {
  call: 'POST /hook',
  source: 'https://docs.stripe.com/webhooks/signature',
  headers: object({ 'stripe-signature': { type: 'string', pattern: '^t=\\d+,v1=[0-9a-f]{64}$' } }, { open: true }),
  body: event,
  answers: { 200: {} },
};
