import { Clock, Database, Jobs, OutboxHandlers } from '@kantinekortet/platform';
import {
  PaymentProviders,
  ProviderEvents,
  ProviderUnavailable,
  RefundRefused,
  type StoredEvent,
} from '@kantinekortet/providers';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { RefundTasks } from './refund-tasks.ts';
import { RefundParts } from './refund-parts.service.ts';
import { findPart, findParts, findPartsToMove, findStuck, type RefundPart } from './refund-rows.ts';
import { refundAskedTopic } from './refunds.service.ts';

const actor = 'system:refunds';
/** A part that is ready and does not get away for so long is a person's to look at. */
const stuckAfterMs = 24 * 60 * 60 * 1_000;
/** Banks send money back to a provider within weeks, if at all. */
const askAgainForMs = 45 * 24 * 60 * 60 * 1_000;

/**
 * Moves parts on: what need not wait any more becomes ready, what goes back through a provider is sent, and what was sent
 * is asked about. Each step is read from the database and written with its money, so that whatever stops it between two
 * steps, the next run goes on there.
 */
@Injectable()
export class RefundSender implements OnModuleInit {
  private readonly logger = new Logger(RefundSender.name);
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly jobs: Jobs;
  private readonly handlers: OutboxHandlers;
  private readonly events: ProviderEvents;
  private readonly providers: PaymentProviders;
  private readonly parts: RefundParts;
  private readonly tasks: RefundTasks;

  constructor(
    clock: Clock,
    database: Database,
    jobs: Jobs,
    handlers: OutboxHandlers,
    events: ProviderEvents,
    providers: PaymentProviders,
    parts: RefundParts,
    tasks: RefundTasks,
  ) {
    this.clock = clock;
    this.database = database;
    this.jobs = jobs;
    this.handlers = handlers;
    this.events = events;
    this.providers = providers;
    this.parts = parts;
    this.tasks = tasks;
  }

  onModuleInit(): void {
    this.handlers.on(refundAskedTopic, async (payload) => {
      const { schoolId, refundId } = toKey(payload);
      await this.moveAll(await findParts(this.database, schoolId, refundId));
    });
    this.events.on('refund', (event) => this.hear(event));
    this.jobs.every('refunds.move', '* * * * *', () => this.run());
    this.jobs.every('refunds.ask-again', '30 4 * * *', () => this.askAgain());
  }

  /** Moves every part that can be moved, school by school. */
  async run(): Promise<void> {
    for (const schoolId of await this.schoolIds()) {
      await this.moveAll(await findPartsToMove(this.database, schoolId, { statuses: ['waiting', 'ready', 'sent'] }));
    }
  }

  /** Asks about what had succeeded: a payer's bank may return it days later, and the webhook of that may be lost. */
  async askAgain(): Promise<void> {
    const sentAfter = new Date(this.clock.now().getTime() - askAgainForMs);
    for (const schoolId of await this.schoolIds()) {
      const confirmed = await findPartsToMove(this.database, schoolId, { statuses: ['confirmed'], sentAfter });
      for (const part of confirmed) await this.tryTo(() => this.askProvider(part));
    }
  }

  private async moveAll(parts: readonly RefundPart[]): Promise<void> {
    for (const part of parts) {
      await this.tryTo(() => this.move(part));
      await this.tryTo(() => this.reportStuck(part));
    }
  }

  private async move(part: RefundPart): Promise<void> {
    if (part.status === 'sent') return this.askProvider(part);
    const isReady =
      part.status === 'ready' || (await this.database.transaction((tx) => this.parts.makeReady(tx, part)));
    // The bank's parts wait in `ready` for the office's next payment file.
    if (isReady && part.route === 'provider') await this.send(part);
  }

  /** Outside any transaction: the answer may take seconds, or be lost. Then the same part is sent again, as the same refund. */
  private async send(part: RefundPart): Promise<void> {
    const { account, paymentReference } = await this.accountOf(part);
    try {
      const request = { refundId: part.id, paymentReference, amountOre: part.amountOre };
      const refund = await account.refundPayment(request);
      await this.database.transaction((tx) => this.parts.applyProvidersWord(tx, part, refund));
    } catch (error) {
      if (!(error instanceof RefundRefused)) throw error;
      await this.database.transaction((tx) => this.parts.giveBack(tx, part, { actor, failureCode: error.reason }));
    }
  }

  private async askProvider(part: RefundPart): Promise<void> {
    if (part.route !== 'provider' || part.providerRefundReference === null) return;
    const { account, paymentReference } = await this.accountOf(part);
    const refundReference = part.providerRefundReference;
    const refund = await account.getRefund({ refundId: part.id, paymentReference, refundReference });
    await this.database.transaction((tx) => this.parts.applyProvidersWord(tx, part, refund));
  }

  /** A webhook is a hint; the provider is asked. One that comes before the answer to our own request is old news soon. */
  private async hear({ merchantId, refundId, eventId }: StoredEvent): Promise<void> {
    const part = refundId === null ? undefined : await findPart(this.database, merchantId, refundId);
    if (part) await this.askProvider(part);
    else this.logger.warn(`Webhook ${eventId} is about the refund ${refundId ?? 'of nobody'}, which is no part of one`);
  }

  private async accountOf({ schoolId, id, provider, providerPaymentReference: paymentReference }: RefundPart) {
    if (provider === null || paymentReference === null) throw new Error(`Refund part ${id} goes through no provider`);
    const [school] = await this.database.query<{ merchantId: string }>(
      `SELECT r.merchant_id AS "merchantId" FROM refund_part p JOIN refund r ON r.school_id = p.school_id AND r.id = p.refund_id
        WHERE p.school_id = $1 AND p.id = $2`,
      [schoolId, id],
    );
    if (!school) throw new Error(`Refund part ${id} has gone`);
    return { account: await this.providers.accountOf(school.merchantId, provider), paymentReference };
  }

  /** Somebody is told of money that does not get away, whatever the reason. */
  private async reportStuck({ schoolId, id }: RefundPart): Promise<void> {
    const before = new Date(this.clock.now().getTime() - stuckAfterMs);
    await this.database.transaction(async (tx) => {
      const part = await findStuck(tx, schoolId, id, before);
      if (part) await this.tasks.open(tx, 'refund_stuck', part);
    });
  }

  /** One part that cannot be moved must not keep the others from being moved: it is tried again in a minute. */
  private async tryTo(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => {
      if (error instanceof ProviderUnavailable) this.logger.warn(error.message);
      else this.logger.error(error);
    });
  }

  private async schoolIds(): Promise<string[]> {
    const schools = await this.database.query<{ id: string }>('SELECT id FROM school ORDER BY id');
    return schools.map(({ id }) => id);
  }
}

function toKey(payload: unknown): { schoolId: string; refundId: string } {
  if (typeof payload === 'object' && payload !== null && 'schoolId' in payload && 'refundId' in payload) {
    return { schoolId: String(payload.schoolId), refundId: String(payload.refundId) };
  }
  throw new Error(`A message of ${refundAskedTopic} names no refund`);
}
