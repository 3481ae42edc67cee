import { object, type Schema } from '../../../testing/documented-calls.ts';

export const text: Schema = { type: 'string', minLength: 1 };
const whole: Schema = { type: 'integer' };
const currency: Schema = { type: 'string', pattern: '^[a-z]{3}$' };
const id = (prefix: string): Schema => ({ type: 'string', pattern: `^${prefix}_[A-Za-z0-9_]+$` });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
/** An id, or the object in its place when the request asked for that. */
const expandable = (prefix: string, whole: Schema): Schema => ({ anyOf: [id(prefix), whole, { type: 'null' }] });
const metadata: Schema = { type: 'object', additionalProperties: { type: 'string' } };
/** What we read of an object; it has more. */
const read = (
  kind: string,
  properties: Readonly<Record<string, Schema>>,
  optional?: Readonly<Record<string, Schema>>,
) => object({ object: { const: kind }, ...properties }, { open: true, ...(optional ? { optional } : {}) });

const card = object({ brand: orNull(text), last4: orNull({ type: 'string', pattern: '^[0-9]{4}$' }) }, { open: true });
const charge = read('charge', {
  id: id('ch'),
  amount: whole,
  metadata,
  payment_method_details: orNull(object({ type: text }, { open: true, optional: { card: orNull(card) } })),
});

export const intent = read('payment_intent', {
  id: id('pi'),
  amount: whole,
  amount_received: whole,
  currency,
  metadata,
  latest_charge: expandable('ch', charge),
  last_payment_error: orNull(object({ type: text }, { open: true, optional: { code: text, decline_code: text } })),
  next_action: orNull(
    object({ type: text }, { open: true, optional: { redirect_to_url: object({ url: text }, { open: true }) } }),
  ),
  status: {
    enum: [
      'canceled',
      'processing',
      'requires_action',
      'requires_capture',
      'requires_confirmation',
      'requires_payment_method',
      'succeeded',
    ],
  },
});

const savedCard = object(
  { brand: text, last4: text, exp_month: { type: 'integer', minimum: 1, maximum: 12 }, exp_year: whole },
  { open: true },
);
const paymentMethod = read('payment_method', { id: id('pm') }, { card: savedCard });
const setupIntent = read('setup_intent', { id: id('seti'), payment_method: expandable('pm', paymentMethod) });

export const session = read(
  'checkout.session',
  {
    id: id('cs'),
    client_reference_id: orNull(text),
    amount_total: orNull(whole),
    currency: orNull(currency),
    customer: orNull(id('cus')),
    mode: { enum: ['payment', 'setup', 'subscription'] },
    payment_intent: expandable('pi', intent),
    payment_status: { enum: ['paid', 'unpaid', 'no_payment_required'] },
    status: { enum: ['open', 'complete', 'expired'] },
    url: orNull({ type: 'string', format: 'uri' }),
  },
  { setup_intent: expandable('seti', setupIntent) },
);

export const refund = read(
  'refund',
  {
    id: id('re'),
    amount: whole,
    currency,
    metadata: orNull(metadata),
    payment_intent: expandable('pi', intent),
    status: { enum: ['pending', 'requires_action', 'succeeded', 'failed', 'canceled', null] },
  },
  { failure_reason: text },
);

export const balanceTransaction = read('balance_transaction', {
  id: id('txn'),
  amount: whole,
  fee: whole,
  net: whole,
  type: text,
  reporting_category: text,
  source: { anyOf: [text, object({ id: text }, { open: true }), { type: 'null' }] },
});

export const dispute = read('dispute', {
  id: { type: 'string', pattern: '^(du|dp)_[A-Za-z0-9_]+$' },
  amount: whole,
  currency,
  balance_transactions: { type: 'array', items: balanceTransaction },
  evidence_details: object({ due_by: orNull(whole) }, { open: true }),
  payment_intent: expandable('pi', intent),
  status: {
    enum: [
      'warning_needs_response',
      'warning_under_review',
      'warning_closed',
      'needs_response',
      'under_review',
      'appeal_needs_response',
      'appeal_under_review',
      'won',
      'lost',
      'prevented',
    ],
  },
});

export const payout = read('payout', { id: id('po'), amount: whole, arrival_date: whole, currency, status: text });

export const listOf = (item: Schema): Schema =>
  object({ object: { const: 'list' }, url: text, has_more: { type: 'boolean' }, data: { type: 'array', items: item } });

export const deleted = object({ id: id('cus'), object: { const: 'customer' }, deleted: { const: true } });

export const failure = object({
  error: object(
    { type: { enum: ['api_error', 'card_error', 'idempotency_error', 'invalid_request_error'] } },
    { open: true, optional: { code: text, decline_code: text, message: text, param: text, payment_intent: intent } },
  ),
});

/** The events that we work on. */
export const event = read('event', {
  id: id('evt'),
  type: {
    type: 'string',
    pattern: '^(checkout\\.session|payment_intent|refund|charge\\.dispute|charge)\\.[a-z_]+$',
  },
  created: whole,
  data: object({ object: { anyOf: [session, intent, refund, dispute, charge] } }, { open: true }),
});
