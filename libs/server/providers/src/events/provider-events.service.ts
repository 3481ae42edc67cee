import { Clock, Database, Outbox, OutboxHandlers } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import type { EventSubject, WebhookRequest } from '../payment-provider.ts';
import { PaymentProviders } from '../payment-providers.ts';
import {
  findEvent,
  markProcessed,
  storeEvent,
  type ProviderEventKey,
  type StoredEvent,
} from './provider-event-rows.ts';

/** Webhooks: verified, stored once, and handed to the flow of their subject until it has succeeded. */
@Injectable()
export class ProviderEvents {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly outbox: Outbox;
  private readonly handlers: OutboxHandlers;
  private readonly providers: PaymentProviders;

  constructor(clock: Clock, database: Database, outbox: Outbox, handlers: OutboxHandlers, providers: PaymentProviders) {
    this.clock = clock;
    this.database = database;
    this.outbox = outbox;
    this.handlers = handlers;
    this.providers = providers;
  }

  /**
   * Who works on webhooks of a subject. Call in `onModuleInit`. The handler may be called twice with the same webhook and
   * must not mind; when it throws, such as ProviderUnavailable, it is called again later.
   */
  on(subject: EventSubject, handle: (event: StoredEvent) => Promise<void>): void {
    const topic = topicOf(subject);
    this.handlers.on(topic, (payload) => this.process(toKey(topic, payload), handle));
  }

  /** Stores a webhook. Throws UnknownMerchantKey, WebhookNotVerified. */
  async receive(provider: string, merchantKey: string, request: WebhookRequest): Promise<void> {
    const { merchantId, account } = await this.providers.merchantOfWebhook(provider, merchantKey);
    const event = account.parseWebhook(request);
    if (!event) return;
    await this.database.transaction(async (tx) => {
      const isNew = await storeEvent(tx, { merchantId, provider, event, receivedAt: this.clock.now() });
      if (isNew) await this.outbox.add(tx, topicOf(event.subject), { merchantId, provider, eventId: event.eventId });
    });
  }

  private async process(key: ProviderEventKey, handle: (event: StoredEvent) => Promise<void>): Promise<void> {
    const event = await findEvent(this.database, key);
    if (!event) throw new Error(`Webhook ${key.eventId} is not in the inbox`);
    if (event.processedAt) return;
    await handle(event);
    await this.database.transaction((tx) => markProcessed(tx, key, this.clock.now()));
  }
}

function topicOf(subject: EventSubject): string {
  return `provider-event.${subject}`;
}

function toKey(topic: string, payload: unknown): ProviderEventKey {
  if (
    typeof payload === 'object' &&
    payload !== null &&
    'merchantId' in payload &&
    'provider' in payload &&
    'eventId' in payload
  ) {
    const { merchantId, provider, eventId } = payload;
    return { merchantId: String(merchantId), provider: String(provider), eventId: String(eventId) };
  }
  throw new Error(`A message of ${topic} names no webhook`);
}
