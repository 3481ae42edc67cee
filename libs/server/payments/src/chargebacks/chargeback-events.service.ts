import { Database } from '@kantinekortet/platform';
import { ProviderEvents, type StoredEvent } from '@kantinekortet/providers';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { paymentIdOf } from '../payment-id.ts';
import { findChargeback } from './chargeback-rows.ts';
import { ChargebackQuestions } from './chargeback-questions.service.ts';

/** What follows from a webhook about a dispute, or a refund that is not ours: the provider is asked. */
@Injectable()
export class ChargebackEvents implements OnModuleInit {
  private readonly database: Database;
  private readonly events: ProviderEvents;
  private readonly questions: ChargebackQuestions;

  constructor(database: Database, events: ProviderEvents, questions: ChargebackQuestions) {
    this.database = database;
    this.events = events;
    this.questions = questions;
  }

  onModuleInit(): void {
    this.events.on('dispute', (event) => this.questions.askAboutDispute(event, event.providerReference));
    this.events.on('dashboard_refund', (event) => this.hearOfRefund(event));
  }

  /** One that names no payment is news of a refund that we know, or comes beside one that does. */
  private async hearOfRefund(event: StoredEvent): Promise<void> {
    const known = await findChargeback(this.database, { ...event, reference: event.providerReference });
    const paymentId = event.paymentId ?? (known && paymentIdOf(known));
    if (paymentId !== undefined) await this.questions.askAboutRefunds(event, paymentId);
  }
}
