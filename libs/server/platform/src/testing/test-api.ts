import { Module, type ModuleMetadata, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Clock } from '../clock.ts';
import { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { configureApi, fastifyAdapter } from '../http/configure-api.ts';
import { OutboxHandlers } from '../jobs/outbox-handlers.ts';
import { PlatformModule } from '../platform.module.ts';
import { HttpClient, type SpaName } from './http-client.ts';
import { MailCatcher, type CaughtMail } from './mail-catcher.ts';
import { TestClock } from './test-clock.ts';
import { createTestDatabase } from './test-database.ts';

export interface TestApi {
  readonly url: string;
  readonly database: Database;
  readonly clock: TestClock;
  readonly config: Config;
  /** The database as its owner, who may do what the API may not. */
  readonly ownerUrl: string;
  get<T>(type: Type<T>): T;
  /** A new browser without cookies. */
  browser(app: SpaName): HttpClient;
  /** Messages of a topic that wait in the outbox, oldest first. */
  outbox<Payload>(topic: string): Promise<Payload[]>;
  /** Hands every message whose time has come to its handler, as the worker would. */
  deliverOutbox(): Promise<void>;
  /** What came to an address over SMTP, oldest first. */
  receivedBy(email: string): CaughtMail[];
  close(): Promise<void>;
}

/** Starts the given modules over HTTP on a copy of the migrated database, as the role that owns nothing. */
export async function startTestApi(
  metadata: Pick<ModuleMetadata, 'imports' | 'providers' | 'controllers'>,
  environment: Readonly<Record<string, string>> = {},
): Promise<TestApi> {
  const [testDatabase, mailCatcher] = await Promise.all([createTestDatabase(), MailCatcher.start()]);
  const addresses = { DATABASE_URL: testDatabase.appUrl, SMTP_URL: mailCatcher.url };
  const config = new Config({ ...testEnvironment, ...addresses, ...environment });

  @Module({ ...metadata, imports: [PlatformModule.withConfig(config), ...(metadata.imports ?? [])] })
  class TestModule {}

  const clock = new TestClock();
  const module = await Test.createTestingModule({ imports: [TestModule] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(fastifyAdapter({ trustProxy: true }), {
    rawBody: true,
    logger: ['error'],
  });
  await configureApi(app);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const database = app.get(Database);
  const handlers = app.get(OutboxHandlers);
  return {
    url,
    database,
    clock,
    config,
    ownerUrl: testDatabase.ownerUrl,
    get: (type) => app.get(type, { strict: false }),
    browser: (name) => new HttpClient(url, name),
    async outbox<Payload>(topic: string) {
      const rows = await database.query<{ payload: Payload }>(
        'SELECT payload FROM outbox WHERE topic = $1 ORDER BY id',
        [topic],
      );
      return rows.map((row) => row.payload);
    },
    async deliverOutbox() {
      for (;;) {
        const rows = await database.query<{ id: string; topic: string; payload: unknown }>(
          `SELECT id, topic, payload FROM outbox WHERE coalesce(deliver_after, '-infinity') <= $1 ORDER BY id LIMIT 100`,
          [clock.now()],
        );
        if (rows.length === 0) return;
        for (const { id, topic, payload } of rows) {
          await handlers.deliver(topic, payload);
          await database.query('DELETE FROM outbox WHERE id = $1', [id]);
        }
      }
    },
    receivedBy: (email) => mailCatcher.mails.filter(({ to }) => to.includes(email)),
    async close() {
      await app.close();
      await Promise.all([testDatabase.drop(), mailCatcher.stop()]);
    },
  };
}

const testEnvironment = {
  NODE_ENV: 'test',
  ROLE: 'api',
  PARENT_URL: 'http://localhost:4201',
  OFFICE_URL: 'http://localhost:4202',
  CHECKOUT_URL: 'http://localhost:4203',
  MAIL_FROM: 'Kantinekortet <post@kantinekortet.example>',
  SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
};
