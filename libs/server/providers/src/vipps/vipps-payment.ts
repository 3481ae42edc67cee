import type { ProviderPayment } from '../payment-provider.ts';
import type { ProviderRefund } from '../refund-port.ts';
import { JsonFields } from './json-fields.ts';
import { refundIdOfKey } from './vipps-keys.ts';

/** What a payment is called on screens and in receipts. */
export const vippsMethod = 'Vipps';

/** A payment as Vipps tells it (`GET /epayment/v1/payments/{reference}`), amounts in the hundredth of the currency. */
export interface VippsPayment {
  readonly reference: string;
  readonly state: string;
  readonly currency: string;
  readonly askedOre: number;
  readonly authorizedOre: number;
  readonly capturedOre: number;
  readonly cancelledOre: number;
  readonly refundedOre: number;
  readonly redirectUrl: string | null;
}

/** Reads a payment. Throws an Error that names what is not as documented. */
export function readVippsPayment(json: unknown): VippsPayment {
  const fields = new JsonFields(json);
  const aggregate = fields.object('aggregate');
  const amount = fields.object('amount');
  const ore = (name: string): number => aggregate.object(name).whole('value');
  return {
    reference: fields.text('reference'),
    state: fields.text('state'),
    currency: amount.text('currency'),
    askedOre: amount.whole('value'),
    authorizedOre: ore('authorizedAmount'),
    capturedOre: ore('capturedAmount'),
    cancelledOre: ore('cancelledAmount'),
    refundedOre: ore('refundedAmount'),
    redirectUrl: fields.textOrNull('redirectUrl'),
  };
}

/**
 * A payment in the port's words. What the payer approved is `authorized`, and money that moves only when it is captured;
 * how much of it was taken is in the aggregate, not in the state.
 */
export function toProviderPayment(payment: VippsPayment): ProviderPayment {
  const { reference, currency, askedOre, authorizedOre, capturedOre } = payment;
  const status = statusOf(payment);
  const amountOre = status === 'paid' ? capturedOre : status === 'authorized' ? authorizedOre : askedOre;
  const failureCode = status === 'failed' ? 'declined' : null;
  return {
    paymentId: reference,
    providerReference: reference,
    status,
    amountOre,
    currency,
    method: vippsMethod,
    card: null,
    failureCode,
  };
}

function statusOf({ state, capturedOre, cancelledOre, authorizedOre }: VippsPayment): ProviderPayment['status'] {
  if (capturedOre > 0) return 'paid';
  if (state === 'AUTHORIZED') return cancelledOre >= authorizedOre ? 'failed' : 'authorized';
  if (state === 'CREATED') return 'pending';
  return state === 'ABORTED' ? 'failed' : 'expired';
}

/** One entry of a payment's log (`GET …/events`, and the body of a webhook). */
export interface VippsEvent {
  readonly reference: string;
  readonly pspReference: string;
  readonly name: string;
  readonly amountOre: number;
  readonly currency: string;
  readonly timestamp: string;
  readonly idempotencyKey: string | null;
  readonly success: boolean;
}

export function readVippsEvent(json: unknown): VippsEvent {
  const fields = new JsonFields(json);
  const amount = fields.object('amount');
  return {
    reference: fields.text('reference'),
    pspReference: fields.text('pspReference'),
    name: fields.text('name'),
    amountOre: amount.whole('value'),
    currency: amount.text('currency'),
    timestamp: fields.text('timestamp'),
    idempotencyKey: fields.textOrNull('idempotencyKey'),
    success: fields.flag('success'),
  };
}

/** A refund in the port's words: Vipps answers at once whether it was taken. One of ours is known by its key. */
export function toProviderRefund(refund: VippsEvent): ProviderRefund {
  const { amountOre, currency, idempotencyKey, pspReference, success } = refund;
  const refundId = refundIdOfKey(idempotencyKey);
  return {
    refundId,
    refundReference: refundId === null ? pspReference : (idempotencyKey ?? ''),
    status: success ? 'succeeded' : 'failed',
    amountOre,
    currency,
    failureCode: success ? null : 'other',
  };
}
