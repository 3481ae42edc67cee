import { object, type DocumentedCall, type Schema } from '../../../testing/documented-calls.ts';

const pages = 'https://developer.vippsmobilepay.com';
const text: Schema = { type: 'string', minLength: 1 };
const upTo = (maxLength: number): Schema => ({ type: 'string', minLength: 1, maxLength });
const anyKey = upTo(50);
const merchant: Schema = { type: 'string', pattern: '^[0-9]{4,10}$' };
const reference: Schema = { type: 'string', pattern: '^[a-zA-Z0-9-]{8,64}$' };
const uri: Schema = { type: 'string', format: 'uri' };
const amountCurrency: Schema = { enum: ['NOK', 'DKK', 'EUR', 'SEK'] };
const amount = object({
  value: { type: 'integer', minimum: 0, maximum: 65_000_000 },
  currency: amountCurrency,
});

const subscription = {
  'ocp-apim-subscription-key': text,
  'merchant-serial-number': merchant,
  'vipps-system-name': upTo(30),
  'vipps-system-version': upTo(30),
};
const headers = (own: Readonly<Record<string, Schema>>): Schema => object({ ...subscription, ...own }, { open: true });
const authorization: Schema = { type: 'string', pattern: '^Bearer \\S+$' };
const reading = headers({ authorization });
const writing = headers({ authorization, 'idempotency-key': anyKey, 'content-type': { const: 'application/json' } });

const common = {
  reference,
  pspReference: text,
  amount,
  state: { enum: ['CREATED', 'ABORTED', 'EXPIRED', 'AUTHORIZED', 'TERMINATED'] },
  aggregate: object({
    authorizedAmount: amount,
    cancelledAmount: amount,
    capturedAmount: amount,
    refundedAmount: amount,
  }),
};
const payment = object(
  {
    ...common,
    paymentMethod: object({ type: { enum: ['WALLET', 'CARD'] } }, { open: true }),
    profile: { type: 'object' },
  },
  { optional: { redirectUrl: uri, metadata: { type: 'object' } } },
);
const adjusted = object(common);
const problem = object(
  { type: uri, title: text, status: { type: 'integer' }, traceId: text },
  { optional: { detail: text, extraDetails: { type: 'array' } } },
);
const modification = object({ modificationAmount: amount });
const event = {
  reference,
  pspReference: text,
  name: {
    enum: ['CREATED', 'ABORTED', 'EXPIRED', 'CANCELLED', 'CAPTURED', 'REFUNDED', 'AUTHORIZED', 'TERMINATED'],
  },
  amount,
  timestamp: { type: 'string', format: 'date-time' },
  success: { type: 'boolean' },
};
const keyOfEvent = { idempotencyKey: { type: ['string', 'null'], maxLength: 50 } };
const loggedEvent = object(event, { optional: keyOfEvent });

const identified = object({ scheme: text, id: text });
const handle: Schema = { type: 'string', pattern: '^(api|NO|DK|FI):[0-9]+$' };
const ledger = object(
  { ledgerId: text, currency: amountCurrency, settlesForRecipientHandles: { type: 'array', items: handle } },
  {
    optional: {
      payoutBankAccount: identified,
      owner: identified,
      salesUnits: {
        type: 'array',
        items: object({ name: text, recipientHandle: handle }, { optional: { businessIdentifier: identified } }),
      },
    },
  },
);
const entry = object({
  pspReference: text,
  time: { type: 'string', format: 'date-time' },
  ledgerDate: { type: 'string', format: 'date' },
  entryType: text,
  reference: { type: ['string', 'null'] },
  currency: amountCurrency,
  amount: { type: 'integer' },
  balanceBefore: { type: 'integer' },
  balanceAfter: { type: 'integer' },
  recipientHandle: { type: ['string', 'null'] },
});
const report = {
  type: 'object',
  required: ['items', 'hasMore', 'tryLater'],
  properties: {
    items: { type: 'array', items: entry, maxItems: 1_000 },
    hasMore: { type: 'boolean' },
    tryLater: { type: 'boolean' },
    cursor: text,
  },
  additionalProperties: false,
  // There is a cursor as long as there is more, and then only.
  if: { properties: { hasMore: { const: true } } },
  then: { required: ['cursor'] },
  else: { not: { required: ['cursor'] } },
};

/** Our calls of the access token, ePayment and report APIs, by their published OpenAPI documents and guides. */
export const vippsCalls: readonly DocumentedCall[] = [
  {
    call: 'POST /accesstoken/get',
    source: `${pages}/api/access-token`,
    headers: headers({ client_id: text, client_secret: text }),
    answers: {
      200: object({
        token_type: { const: 'Bearer' },
        expires_in: { type: 'string', pattern: '^[0-9]+$' },
        ext_expires_in: { type: 'string', pattern: '^[0-9]+$' },
        expires_on: { type: 'string', pattern: '^[0-9]+$' },
        not_before: { type: 'string', pattern: '^[0-9]+$' },
        resource: text,
        access_token: text,
      }),
    },
  },
  {
    call: 'POST /epayment/v1/payments',
    source: `${pages}/api/epayment#tag/CreatePayments/operation/createPayment`,
    headers: writing,
    body: object({
      amount,
      paymentMethod: object({ type: { const: 'WALLET' } }),
      reference,
      userFlow: { enum: ['WEB_REDIRECT'] },
      returnUrl: { type: 'string', pattern: '^https://' },
      paymentDescription: { type: 'string', minLength: 3, maxLength: 100 },
    }),
    answers: { 201: object({ reference, redirectUrl: uri }), 400: problem, 409: problem },
  },
  {
    call: 'GET /epayment/v1/payments/{reference}',
    source: `${pages}/api/epayment#tag/QueryPayments/operation/getPayment`,
    headers: reading,
    answers: { 200: payment, 404: problem },
  },
  {
    call: 'GET /epayment/v1/payments/{reference}/events',
    source: `${pages}/api/epayment#tag/QueryPayments/operation/getPaymentEventLog`,
    headers: reading,
    answers: { 200: { type: 'array', items: loggedEvent } },
  },
  {
    call: 'POST /epayment/v1/payments/{reference}/capture',
    source: `${pages}/api/epayment#tag/AdjustPayments/operation/capturePayment`,
    headers: writing,
    body: modification,
    answers: { 200: adjusted, 409: problem },
  },
  {
    call: 'POST /epayment/v1/payments/{reference}/cancel',
    source: `${pages}/api/epayment#tag/AdjustPayments/operation/cancelPayment`,
    headers: writing,
    body: object({}, { optional: { cancelTransactionOnly: { type: 'boolean' } } }),
    answers: { 200: adjusted, 409: problem },
  },
  {
    call: 'POST /epayment/v1/payments/{reference}/refund',
    source: `${pages}/api/epayment#tag/AdjustPayments/operation/refundPayment`,
    headers: writing,
    body: modification,
    answers: { 200: adjusted, 409: problem },
  },
  {
    call: 'GET /settlement/v1/ledgers',
    source: `${pages}/docs/APIs/report-api/api-guide/fetching-report-data`,
    headers: reading,
    fields: object({ settlesForRecipientHandles: handle }),
    answers: { 200: object({ items: { type: 'array', items: ledger } }, { optional: { cursor: { type: 'string' } } }) },
  },
  {
    call: 'GET /report/v2/ledgers/{ledgerId}/{topic}/dates/{ledgerDate}',
    source: `${pages}/docs/APIs/report-api/api-guide/fetching-report-data`,
    headers: reading,
    fields: object({}, { optional: { cursor: text } }),
    answers: { 200: report },
  },
];

const signature = '^HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=[A-Za-z0-9+/]{43}=$';

/** What the provider sends to us. */
export const vippsWebhook: DocumentedCall = {
  call: 'POST /hook',
  source: `${pages}/docs/APIs/webhooks-api/events, ${pages}/docs/APIs/webhooks-api/request-authentication`,
  headers: object(
    {
      'x-ms-date': { type: 'string', pattern: ' GMT$' },
      'x-ms-content-sha256': { type: 'string', pattern: '^[A-Za-z0-9+/]{43}=$' },
      authorization: { type: 'string', pattern: signature },
    },
    { open: true },
  ),
  body: object({ msn: merchant, ...event }, { optional: keyOfEvent }),
  answers: { 200: {} },
};
