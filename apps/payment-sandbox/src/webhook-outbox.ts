import { randomUUID } from 'node:crypto';
import { webhookFaults, type Faults } from './faults.ts';
import type { Collection, Journal } from './journal.ts';
import type { Merchant, Merchants } from './merchants.ts';
import type { ProviderSandbox } from './provider-sandbox.ts';

/** A webhook on its way to a merchant. */
export interface Delivery {
  id: string;
  merchantId: string;
  eventId: string;
  eventType: string;
  body: string;
  status: 'waiting' | 'delivered' | 'dropped' | 'given_up';
  attempts: number;
  nextAttemptAtMs: number;
  /** HTTP status of the last answer; 0 when there was none. */
  lastStatus: number | null;
}

export interface WebhookMessage {
  merchant: Merchant;
  eventId: string;
  eventType: string;
  body: string;
}

interface SendOptions {
  forged?: boolean;
  signedAt?: Date;
}

/** Stands in for the hours that a real provider keeps trying. */
const backoffMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 120_000, 300_000];
const answerTimeoutMs = 10_000;
const wellBeyondToleranceMs = 600_000;

/** Delivers webhooks until the merchant answers 2xx, across restarts, and misbehaves when told to. */
export class WebhookOutbox {
  readonly #deliveries: Collection<Delivery>;
  readonly #merchants: Merchants;
  readonly #providers: readonly ProviderSandbox[];
  readonly #faults: Faults;
  readonly #now: () => Date;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(parts: {
    journal: Journal;
    merchants: Merchants;
    providers: readonly ProviderSandbox[];
    faults: Faults;
    now: () => Date;
  }) {
    this.#deliveries = parts.journal.collection<Delivery>('delivery');
    this.#merchants = parts.merchants;
    this.#providers = parts.providers;
    this.#faults = parts.faults;
    this.#now = parts.now;
  }

  all(): Delivery[] {
    return this.#deliveries.all();
  }

  /** Queues a webhook and sends it at once, unless a fault was ordered for it. */
  enqueue(message: WebhookMessage): void {
    const fault = this.#faults.strike(webhookFaults, { merchantId: message.merchant.id, operation: message.eventType });
    const delayMs = fault?.kind === 'delay' ? fault.delayMs : 0;
    const delivery = this.#put(message, fault?.kind === 'drop' ? 'dropped' : 'waiting', delayMs);
    if (fault?.kind === 'duplicate') void this.#attempt(this.#put(message, 'waiting', 0));
    if (fault?.kind === 'forged_signature') void this.send(message, { forged: true });
    if (fault?.kind === 'old_timestamp') {
      void this.send(message, { signedAt: new Date(this.#now().getTime() - wellBeyondToleranceMs) });
    }
    if (delivery.status === 'waiting' && delayMs === 0) void this.#attempt(delivery);
  }

  /** Tries again what is due. */
  tick(): void {
    const nowMs = this.#now().getTime();
    for (const delivery of this.#deliveries.all()) {
      if (delivery.status === 'waiting' && delivery.nextAttemptAtMs <= nowMs) void this.#attempt(delivery);
    }
  }

  /** Sends a webhook once, outside the queue. Returns the HTTP status, 0 when nobody answered. */
  async send({ merchant, body }: WebhookMessage, options: SendOptions = {}): Promise<number> {
    const provider = this.#providers.find(({ name }) => name === merchant.provider);
    if (!provider) throw new Error(`No provider ${merchant.provider} in the sandbox`);
    const signer = options.forged === true ? withForgedCredentials(merchant) : merchant;
    const signature = provider.signWebhook({ merchant: signer, body, signedAt: options.signedAt ?? this.#now() });
    try {
      const response = await fetch(merchant.webhookUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', ...signature },
        body,
        signal: AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(answerTimeoutMs)]),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }

  /** Resolves when nothing is under way: every webhook has its answer, or waits for its next try. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.values());
  }

  /** Ends what is under way; it is sent again at the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#underWay.values());
  }

  #put(message: WebhookMessage, status: Delivery['status'], delayMs: number): Delivery {
    return this.#deliveries.put({
      id: randomUUID(),
      merchantId: message.merchant.id,
      eventId: message.eventId,
      eventType: message.eventType,
      body: message.body,
      status,
      attempts: 0,
      nextAttemptAtMs: this.#now().getTime() + delayMs,
      lastStatus: null,
    });
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const merchant = this.#merchants.get(delivery.merchantId);
    if (!merchant || this.#stopping.signal.aborted || this.#underWay.has(delivery.id)) return;
    const attempt = this.#deliver(merchant, delivery);
    this.#underWay.set(delivery.id, attempt);
    await attempt;
    this.#underWay.delete(delivery.id);
  }

  async #deliver(merchant: Merchant, delivery: Delivery): Promise<void> {
    const status = await this.send({ merchant, ...delivery });
    // What was cut off by stopping is still waiting at the next start.
    if (!this.#stopping.signal.aborted) this.#deliveries.put(this.#afterAnswer(delivery, status));
  }

  #afterAnswer(delivery: Delivery, lastStatus: number): Delivery {
    const answered = { ...delivery, attempts: delivery.attempts + 1, lastStatus };
    if (lastStatus >= 200 && lastStatus < 300) return { ...answered, status: 'delivered' };
    const waitMs = backoffMs[delivery.attempts];
    if (waitMs === undefined) return { ...answered, status: 'given_up' };
    return { ...answered, nextAttemptAtMs: this.#now().getTime() + waitMs };
  }
}

function withForgedCredentials(merchant: Merchant): Merchant {
  const forged = Object.entries(merchant.credentials).map(([name, secret]): [string, string] => [
    name,
    `${secret}forged`,
  ]);
  return { ...merchant, credentials: Object.fromEntries(forged) };
}
