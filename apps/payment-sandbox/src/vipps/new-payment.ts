import type { VippsCall } from './vipps-endpoint.ts';
import { VippsFailure } from './vipps-failure.ts';
import type { NewPayment } from './vipps-payments.ts';

/** The smallest payment, in øre (developer.vippsmobilepay.com/docs/APIs/epayment-api/api-guide/operations/create). */
const minimumOre = 100;

/** A new payment from the body of `POST /epayment/v1/payments`. Throws what Vipps refuses. */
export function readNewPayment({ merchant, body, fault, idempotencyKey }: VippsCall): NewPayment {
  const reference = text(body, 'reference', /^[a-zA-Z0-9-]{8,64}$/);
  const { value, currency } = readAmount(body['amount']);
  if (value < minimumOre) throw refused('amount.value');
  if (!isObject(body['paymentMethod']) || body['paymentMethod']['type'] !== 'WALLET') throw refused('paymentMethod');
  text(body, 'userFlow', /^WEB_REDIRECT$/);
  return {
    merchantId: merchant.id,
    reference,
    value: fault === 'amount_differs' ? value + 100 : value,
    currency: fault === 'currency_differs' ? 'DKK' : currency,
    description: text(body, 'paymentDescription', /^.{3,100}$/s),
    returnUrl: text(body, 'returnUrl', /^https?:\/\/\S+$/),
    idempotencyKey,
  };
}

/** An amount in the hundredth of its currency. */
export function readAmount(amount: unknown): { value: number; currency: string } {
  const { value, currency } = isObject(amount) ? amount : {};
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0) throw refused('amount.value');
  if (currency !== 'NOK') throw refused('amount.currency');
  return { value, currency };
}

function text(body: Readonly<Record<string, unknown>>, name: string, pattern: RegExp): string {
  const value = body[name];
  if (typeof value !== 'string' || !pattern.test(value)) throw refused(name);
  return value;
}

function refused(name: string): VippsFailure {
  return new VippsFailure(400, 'Bad request', `${name} is missing or not as it must be.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
