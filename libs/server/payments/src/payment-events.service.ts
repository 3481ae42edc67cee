import { Clock, Database, Outbox, OutboxHandlers } from '@kantinekortet/platform';
import { PaymentProviders, type WebhookHeaders } from '@kantinekortet/providers';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ConfirmationsService } from './confirmations.service.ts';
import { findEvent, markProcessed, storeEvent, type PaymentEventKey, type StoredEvent } from './payment-event-rows.ts';
import { topUpKeyOf } from './payment-id.ts';
import { findTopUp } from './top-up-rows.ts';

const topic = 'payments.event';

/** Webhooks: verified, stored once, and worked on from the inbox until that has succeeded. */
@Injectable()
export class PaymentEventsService implements OnModuleInit {
  private readonly logger = new Logger(PaymentEventsService.name);
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly outbox: Outbox;
  private readonly handlers: OutboxHandlers;
  private readonly providers: PaymentProviders;
  private readonly confirmations: ConfirmationsService;

  constructor(
    clock: Clock,
    database: Database,
    outbox: Outbox,
    handlers: OutboxHandlers,
    providers: PaymentProviders,
    confirmations: ConfirmationsService,
  ) {
    this.clock = clock;
    this.database = database;
    this.outbox = outbox;
    this.handlers = handlers;
    this.providers = providers;
    this.confirmations = confirmations;
  }

  onModuleInit(): void {
    this.handlers.on(topic, (payload) => this.process(toKey(payload)));
  }

  /** Stores a webhook. Throws UnknownMerchantKey, WebhookNotVerified. */
  async receive(provider: string, merchantKey: string, rawBody: Buffer, headers: WebhookHeaders): Promise<void> {
    const { merchantId, account } = await this.providers.merchantOfWebhook(provider, merchantKey);
    const event = account.parseWebhook(rawBody, headers);
    if (!event) return;
    await this.database.transaction(async (tx) => {
      const isNew = await storeEvent(tx, { merchantId, provider, event, receivedAt: this.clock.now() });
      if (isNew) await this.outbox.add(tx, topic, { merchantId, provider, eventId: event.eventId });
    });
  }

  /** Works on one webhook; again changes nothing. Throws ProviderUnavailable, after which it is tried again. */
  private async process(key: PaymentEventKey): Promise<void> {
    const event = await findEvent(this.database, key);
    if (!event) throw new Error(`Webhook ${key.eventId} is not in the inbox`);
    if (event.processedAt) return;
    await this.confirm(event);
    await this.database.transaction((tx) => markProcessed(tx, key, this.clock.now()));
  }

  private async confirm({ merchantId, paymentId, providerReference, eventId }: StoredEvent): Promise<void> {
    const key = paymentId === null ? undefined : topUpKeyOf(paymentId);
    const topUp = key && (await findTopUp(this.database, [key.schoolId], key.id));
    if (topUp?.merchantId === merchantId) await this.confirmations.ask(topUp, providerReference);
    else this.logger.warn(`Webhook ${eventId} is about the payment ${providerReference}, which no top-up knows`);
  }
}

function toKey(payload: unknown): PaymentEventKey {
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
