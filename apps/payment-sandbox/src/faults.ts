/** What can go wrong between a merchant and its provider. `api` faults hit a request, `webhook` faults a delivery. */
export const apiFaults = [
  'timeout_before',
  'timeout_after',
  'error_500',
  'error_500_after',
  'unavailable_503',
  'amount_differs',
  'currency_differs',
  'refund_refused',
  'refund_pending',
] as const;
export const webhookFaults = ['drop', 'duplicate', 'delay', 'forged_signature', 'old_timestamp'] as const;

export type ApiFault = (typeof apiFaults)[number];
export type WebhookFault = (typeof webhookFaults)[number];

export interface Fault {
  kind: ApiFault | WebhookFault;
  /** Only this merchant's traffic; everybody's when absent. */
  merchantId?: string;
  /** Only this operation (`checkout.sessions.create`) or event type (`checkout.session.completed`). */
  operation?: string;
  /** How many times more it strikes. */
  times: number;
  /** For `delay`: how long a delivery is kept back. */
  delayMs: number;
}

interface Occasion {
  merchantId: string;
  operation: string;
}

/** Faults that a test ordered; each strikes `times` times and is gone. */
export class Faults {
  #faults: Fault[] = [];

  order(fault: Fault): void {
    this.#faults.push(fault);
  }

  pending(): readonly Fault[] {
    return this.#faults;
  }

  clear(): void {
    this.#faults = [];
  }

  /** Uses up and returns the first ordered fault of these kinds that fits the occasion. */
  strike(kinds: readonly Fault['kind'][], occasion: Occasion): Fault | undefined {
    const fault = this.#faults.find(
      ({ kind, merchantId = occasion.merchantId, operation = occasion.operation }) =>
        kinds.includes(kind) && merchantId === occasion.merchantId && operation === occasion.operation,
    );
    if (!fault) return undefined;
    fault.times -= 1;
    this.#faults = this.#faults.filter(({ times }) => times > 0);
    return fault;
  }
}
