import type { CardFailure } from './stripe-state.ts';

/** What a refused card adds to the error. */
interface CardDetails {
  decline_code?: string;
  /** The intent as it is after the refusal. */
  payment_intent?: object;
}

/** The error object of Stripe's API (docs.stripe.com/api/errors), with the HTTP status that it travels under. */
export class StripeFailure extends Error {
  readonly status: number;
  readonly error: { type: string; message: string; code?: string; param?: string } & CardDetails;
  /** What the merchant did wrong before any endpoint ran is not remembered under its idempotency key. */
  readonly beforeExecution: boolean;

  constructor(status: number, error: StripeFailure['error'], beforeExecution = true) {
    super(error.message);
    this.status = status;
    this.error = error;
    this.beforeExecution = beforeExecution;
  }

  static invalid(message: string, code: string, param: string): StripeFailure {
    return new StripeFailure(400, { type: 'invalid_request_error', message, code, param });
  }

  static missing(kind: string, id: string, param: string): StripeFailure {
    const message = `No such ${kind}: '${id}'`;
    return new StripeFailure(404, { type: 'invalid_request_error', message, code: 'resource_missing', param });
  }

  /** The request was understood and the object's state forbids it. */
  static wrongState(message: string, code?: string): StripeFailure {
    return new StripeFailure(
      400,
      { type: 'invalid_request_error', message, ...(code === undefined ? {} : { code }) },
      false,
    );
  }

  static card({ code, declineCode, message }: CardFailure, paymentIntent: object): StripeFailure {
    const details = declineCode === undefined ? {} : { decline_code: declineCode };
    const error = { type: 'card_error', code, message, ...details, payment_intent: paymentIntent };
    return new StripeFailure(402, error, false);
  }

  static unauthenticated(message: string): StripeFailure {
    return new StripeFailure(401, { type: 'invalid_request_error', message });
  }

  static internal(status = 500): StripeFailure {
    return new StripeFailure(status, { type: 'api_error', message: 'An unknown error occurred' });
  }
}
