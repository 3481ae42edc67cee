import { Database } from '@kantinekortet/platform';
import { ProviderEvents, type StoredEvent } from '@kantinekortet/providers';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ConfirmationsService } from './confirmations.service.ts';
import { paymentKeyOf } from './payment-id.ts';
import { findTopUp } from './top-up-rows.ts';

/** What follows from a webhook about a payment: the provider is asked. */
@Injectable()
export class PaymentEventsService implements OnModuleInit {
  private readonly logger = new Logger(PaymentEventsService.name);
  private readonly database: Database;
  private readonly events: ProviderEvents;
  private readonly confirmations: ConfirmationsService;

  constructor(database: Database, events: ProviderEvents, confirmations: ConfirmationsService) {
    this.database = database;
    this.events = events;
    this.confirmations = confirmations;
  }

  onModuleInit(): void {
    this.events.on('payment', (event) => this.confirm(event));
  }

  private async confirm({ merchantId, paymentId, providerReference, eventId }: StoredEvent): Promise<void> {
    const key = paymentId === null ? undefined : paymentKeyOf(paymentId);
    const topUp = key && (await findTopUp(this.database, [key.paymentSchoolId], key.paymentId));
    if (topUp?.merchantId === merchantId) await this.confirmations.ask(topUp, providerReference);
    else this.logger.warn(`Webhook ${eventId} is about the payment ${providerReference}, which no top-up knows`);
  }
}
