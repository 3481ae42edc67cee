import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Job, type JobResult } from 'pg-boss';
import { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { OutboxHandlers } from './outbox-handlers.ts';

const outboxQueue = 'outbox';
const relayIntervalMs = 250;
const relayBatch = 100;
/** Letters hold links that open a profile: a handled message is not kept longer than a search for a fault needs. */
const deleteAfterSeconds = 3600;
/**
 * A worker that was killed says nothing of the messages that it had taken: they are given to another when it has not been
 * heard of for so long, looked for this often. Without, they would lie for a quarter of an hour.
 */
const heartbeatSeconds = 30;
const lookForDeadSeconds = 15;

interface OutboxMessage {
  readonly topic: string;
  readonly payload: unknown;
}

interface WaitingMessage extends OutboxMessage {
  readonly deliverAfter: Date | null;
}

interface Schedule {
  readonly name: string;
  readonly cron: string;
  readonly run: () => Promise<void>;
}

/** The worker's engine: relays the outbox to pg-boss, handles its messages, and runs what has a time of day. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly schedules: Schedule[] = [];
  private readonly config: Config;
  private readonly database: Database;
  private readonly handlers: OutboxHandlers;
  private boss: PgBoss | undefined;
  private relaying: Promise<void> | undefined;
  private isStopping = false;

  constructor(config: Config, database: Database, handlers: OutboxHandlers) {
    this.config = config;
    this.database = database;
    this.handlers = handlers;
  }

  /** Runs by cron in Europe/Oslo, on one worker at a time. Call in `onModuleInit`. */
  every(name: string, cron: string, run: () => Promise<void>): void {
    this.schedules.push({ name, cron, run });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.role === 'api') return;
    const boss = new PgBoss({
      connectionString: this.config.databaseUrl,
      max: 3,
      migrate: false,
      createSchema: false,
      reindex: false,
      superviseIntervalSeconds: lookForDeadSeconds,
      monitorIntervalSeconds: lookForDeadSeconds,
    });
    boss.on('error', (error) => {
      if (!this.isStopping) this.logger.error(error);
    });
    this.boss = boss;
    await boss.start();
    const outboxWork = { pollingIntervalSeconds: 0.5, batchSize: 20, perJobResults: true } as const;
    await boss.work<OutboxMessage, unknown, typeof outboxWork>(outboxQueue, outboxWork, async (jobs) => {
      const results: JobResult[] = [];
      for (const job of jobs) results.push(await this.handle(job));
      return results;
    });
    for (const { name, cron, run } of this.schedules) {
      await boss.createQueue(name, { retryLimit: 2 });
      await boss.schedule(name, cron, null, { tz: 'Europe/Oslo' });
      await boss.work(name, () => run());
    }
    this.relaying = this.relayUntilStopped(boss);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.relaying;
    await this.boss?.stop({ graceful: true, timeout: 5000 });
  }

  /** A message that fails comes again alone: what was handled beside it, mails among it, must not leave twice. */
  private async handle({ id, data }: Job<OutboxMessage>): Promise<JobResult> {
    try {
      await this.handlers.deliver(data.topic, data.payload);
      return { id, status: 'completed' };
    } catch (error) {
      this.logger.warn(error);
      return { id, status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } };
    }
  }

  private async relayUntilStopped(boss: PgBoss): Promise<void> {
    while (!this.isStopping) {
      const count = await this.relay(boss).catch((error: unknown) => {
        this.logger.error(error);
        return 0;
      });
      if (count < relayBatch) await new Promise((resolve) => setTimeout(resolve, relayIntervalMs));
    }
  }

  /** Moves messages from our table to the queue in one transaction, so that none is lost between them. */
  private relay(boss: PgBoss): Promise<number> {
    return this.database.transaction(async (tx) => {
      const [messages] = await tx.query<[WaitingMessage[], number]>(
        `DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
         RETURNING topic, payload, deliver_after AS "deliverAfter"`,
        [relayBatch],
      );
      if (messages.length === 0) return 0;
      const executeSql = async (text: string, values: unknown[] = []) => ({
        rows: await tx.query<unknown[]>(text, values),
      });
      await boss.insert(
        outboxQueue,
        messages.map(({ deliverAfter, ...data }) => ({
          data,
          ...(deliverAfter && { startAfter: deliverAfter }),
          deleteAfterSeconds,
          heartbeatSeconds,
          retryLimit: 10,
          retryDelay: 5,
          retryBackoff: true,
        })),
        { db: { executeSql } },
      );
      return messages.length;
    });
  }
}
