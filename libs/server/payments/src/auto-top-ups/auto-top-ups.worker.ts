import { Clock, Database, Jobs, osloDay, OutboxHandlers } from '@kantinekortet/platform';
import { ProviderEvents, type StoredEvent } from '@kantinekortet/providers';
import { readBalanceBelow } from '@kantinekortet/wallet';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { allSchoolIds } from '../directory.ts';
import { rulesBelow } from './auto-top-up-rows.ts';
import { ForgetCards } from './forget-cards.ts';
import { RunCharges } from './run-charges.service.ts';
import { runsToLookAfter } from './run-rows.ts';
import { RunsService } from './runs.service.ts';
import { cardsToLookAfter, findCard, type SavedCardRow } from './saved-card-rows.ts';
import { SavedCardsService } from './saved-cards.service.ts';
import { cardKeyOf } from './setup-id.ts';
import { belowTopic, forgetCardTopic, runTopic } from './topics.ts';

/** Long enough for the message, the webhook and the returning guardian to have come first. */
const leaveAloneMs = 5 * 60 * 1_000;

/** What reaches automatic top-ups from outside: purchases, webhooks, and the clock for what was left lying. */
@Injectable()
export class AutoTopUpsWorker implements OnModuleInit {
  private readonly logger = new Logger(AutoTopUpsWorker.name);
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly jobs: Jobs;
  private readonly handlers: OutboxHandlers;
  private readonly events: ProviderEvents;
  private readonly runs: RunsService;
  private readonly charges: RunCharges;
  private readonly cards: SavedCardsService;
  private readonly forgetCards: ForgetCards;

  constructor(
    clock: Clock,
    database: Database,
    jobs: Jobs,
    handlers: OutboxHandlers,
    events: ProviderEvents,
    runs: RunsService,
    charges: RunCharges,
    cards: SavedCardsService,
    forgetCards: ForgetCards,
  ) {
    this.clock = clock;
    this.database = database;
    this.jobs = jobs;
    this.handlers = handlers;
    this.events = events;
    this.runs = runs;
    this.charges = charges;
    this.cards = cards;
    this.forgetCards = forgetCards;
  }

  onModuleInit(): void {
    this.handlers.on(belowTopic, (payload) => {
      const { personId, operationId, ...wallet } = readBalanceBelow(payload);
      return this.runs.check({ ...wallet, payerId: personId }, operationId);
    });
    this.handlers.on(runTopic, (payload) => this.charges.lookAfter(...idsOf(payload, 'runId')));
    this.handlers.on(forgetCardTopic, (payload) => this.forgetCards.forget(...idsOf(payload, 'cardId')));
    this.events.on('saved_card', (event) => this.confirmCard(event));
    this.jobs.every('payments.auto-top-ups', '*/5 * * * *', () => this.lookAfterAll());
    this.jobs.every('payments.auto-top-ups-of-the-day', '5 6 * * *', () => this.checkAll());
  }

  /** Goes on with whatever was left lying: a lost message, a retry whose hour has come, an approval that is overdue. */
  async lookAfterAll(): Promise<void> {
    const now = this.clock.now();
    const silentSince = new Date(now.getTime() - leaveAloneMs);
    for (const schoolId of await allSchoolIds(this.database)) {
      for (const run of await runsToLookAfter(this.database, schoolId, { now, silentSince })) {
        await this.unharmed(this.charges.lookAfter(schoolId, run.id));
      }
      for (const card of await cardsToLookAfter(this.database, schoolId, silentSince)) {
        await this.unharmed(this.lookAfterCard(card));
      }
    }
  }

  /** Looks at every rule each morning: a new month has begun, or too little was left when nobody could buy any more. */
  async checkAll(): Promise<void> {
    const today = osloDay(this.clock.now());
    for (const schoolId of await allSchoolIds(this.database)) {
      for (const rule of await rulesBelow(this.database, schoolId)) await this.unharmed(this.runs.check(rule, today));
    }
  }

  private lookAfterCard(card: SavedCardRow): Promise<void> {
    return card.status === 'removed' ? this.forgetCards.forget(card.schoolId, card.id) : this.cards.ask(card);
  }

  private async confirmCard({ merchantId, paymentId, providerReference, eventId }: StoredEvent): Promise<void> {
    const key = cardKeyOf(paymentId);
    const card = key && (await findCard(this.database, [key.schoolId], key.id));
    if (card?.merchantId === merchantId) await this.cards.ask({ ...card, setupReference: providerReference });
    else this.logger.warn(`Webhook ${eventId} is about the card ${providerReference}, which nobody has`);
  }

  /** One that fails must not keep the others from being looked after. */
  private async unharmed(work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => this.logger.error(error));
  }
}

function idsOf(payload: unknown, name: 'runId' | 'cardId'): [schoolId: string, id: string] {
  const fields = new Map(Object.entries(typeof payload === 'object' ? (payload ?? {}) : {}));
  const schoolId: unknown = fields.get('schoolId');
  const id: unknown = fields.get(name);
  if (typeof schoolId !== 'string' || typeof id !== 'string') throw new Error(`A message names no ${name}`);
  return [schoolId, id];
}
