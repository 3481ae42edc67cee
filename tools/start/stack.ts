import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRoles, migrate } from '../../apps/api/src/migrate.ts';
import { startPostgres } from '../postgres.ts';
import { addressesOf, supportEmail, type Addresses } from './addresses.ts';
import { buildSpas } from './build-spas.ts';
import { Child, type ChildOptions } from './child.ts';
import { DataDirectory, readSecrets, type StackSecrets } from './data-directory.ts';
import { parseDemo, type Demo } from './demo.ts';
import { assertPortsAreFree, type Ports } from './ports.ts';
import { StartProblem } from './problem.ts';

export interface StackOptions {
  readonly ports: Ports;
  /** Where the stack keeps its data; made when it is not there. One stack a folder. */
  readonly dataDir: string;
  /** Begin again with empty data. */
  readonly reset?: boolean;
  /** Whether the three SPAs are built and served too (yes). */
  readonly withSpas?: boolean;
  /** Whether the demo schools are there too (yes). */
  readonly withDemo?: boolean;
  /** Settings of the API that differ from the demonstration's. */
  readonly apiEnv?: Readonly<Record<string, string>>;
  /** PostgreSQL settings that differ from its defaults. */
  readonly postgresSettings?: Readonly<Record<string, string>>;
  /** Told after each step, in a few words. */
  readonly report?: (step: string) => void;
  /** Ends a start that is under way; `startStack` then rejects once everything is stopped. */
  readonly signal?: AbortSignal;
}

export interface Stack extends Addresses {
  /** Absent without demo schools. */
  readonly demo: Demo | undefined;
  /** Rejects with a StartProblem as soon as a part stops by itself. */
  readonly failure: Promise<never>;
  /** Stops everything, clients before servers, and keeps the data. */
  stop(): Promise<void>;
}

/**
 * Starts the whole product on this machine: PostgreSQL, mail catcher, payment sandbox, API and the SPAs, migrated and
 * with demo schools. Throws StartProblem with a sentence when a port, the disk, the folder or a part stands in the way.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new StartProblem('This starts a demonstration with play money; it does not start with NODE_ENV=production.');
  }
  const directory = new DataDirectory(options.dataDir);
  directory.hold();
  let parts: Parts | undefined;
  try {
    if (options.reset === true) await directory.clear();
    await assertPortsAreFree(options.ports);
    parts = new Parts(directory, options);
    return await Promise.race([parts.start(), rejectOnAbort(options.signal)]);
  } catch (error) {
    await parts?.stop();
    directory.release();
    throw error;
  }
}

/** The running parts of one stack, in the order in which they were started. */
class Parts {
  private readonly directory: DataDirectory;
  private readonly options: StackOptions;
  private readonly addresses: Addresses;
  private readonly secrets: StackSecrets;
  private readonly stops: (() => Promise<void>)[] = [];
  private readonly failed = Promise.withResolvers<never>();
  private started: Promise<Stack> | undefined;
  private stopped: Promise<void> | undefined;

  constructor(directory: DataDirectory, options: StackOptions) {
    this.directory = directory;
    this.options = options;
    this.secrets = readSecrets(directory);
    this.addresses = addressesOf(options.ports, this.secrets);
    this.failed.promise.catch(() => undefined);
  }

  start(): Promise<Stack> {
    this.started = this.startAll();
    return this.started;
  }

  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  private async stopAll(): Promise<void> {
    await this.stopStarted();
    // A start that is under way ends once it notices, and may have begun one part more.
    await this.started?.catch(() => undefined);
    await this.stopStarted();
    this.directory.release();
  }

  private async stopStarted(): Promise<void> {
    for (let stop = this.stops.pop(); stop !== undefined; stop = this.stops.pop()) await stop();
  }

  private async startAll(): Promise<Stack> {
    const { withSpas = true, withDemo = true, signal } = this.options;
    const built = withSpas ? buildSpas(signal).then(() => this.report('Screens built')) : Promise.resolve();
    const [demo] = await Promise.all([this.startServer(withDemo), built]);
    if (withSpas) await this.startSpas();
    const stack = { ...this.addresses, demo, failure: this.failed.promise, stop: () => this.stop() };
    if (demo !== undefined) this.writeDemoFile(demo);
    return stack;
  }

  private async startServer(withDemo: boolean): Promise<Demo | undefined> {
    const { ports } = this.options;
    const sandbox = this.child({
      name: 'The payment sandbox',
      script: 'apps/payment-sandbox/src/main.ts',
      log: 'payment-sandbox',
      env: { PORT: String(ports.sandbox), SANDBOX_DATA_DIR: this.directory.file('sandbox') },
    });
    const mail = this.child({
      name: 'The mail catcher',
      script: 'tools/start/mail-catcher.ts',
      log: 'mail',
      env: { PORT: String(ports.mail), SMTP_PORT: String(ports.smtp), MAIL_DIRECTORY: this.directory.file('mail') },
    });
    await this.startDatabase();
    // The seed runs the same modules beside the API, and one port has one listener.
    const env = { ...this.apiEnv(), SUPPORT_SMTP_PORT: String(ports.supportSmtp) };
    const api = this.child({ name: 'The API', script: 'apps/api/src/main.ts', log: 'api', env });
    await this.answers(sandbox, this.addresses.sandboxUrl);
    this.report('Payment sandbox started');
    const [demo] = await Promise.all([
      withDemo ? this.seed() : undefined,
      this.answers(api, `${this.addresses.apiUrl}/health/ready`).then(() => this.report('API started')),
      this.answers(mail, this.addresses.mailUrl).then(() => this.report('Mail catcher started')),
    ]);
    return demo;
  }

  private async startDatabase(): Promise<void> {
    const { ports, postgresSettings = {} } = this.options;
    const server = await startPostgres({
      dataDir: this.directory.postgres,
      port: ports.postgres,
      superuserPassword: this.secrets.superuserPassword,
      settings: postgresSettings,
      logFile: this.directory.file('logs/postgres.log'),
    });
    this.stops.push(() => server.stop());
    void server.exited.then(() => {
      if (this.stopped === undefined) this.failed.reject(new StartProblem('PostgreSQL has stopped unexpectedly.'));
    });
    this.report('PostgreSQL started');
    await createRoles(server.superuserUrl, { database: 'kantinekortet', ...this.secrets });
    await migrate(this.addresses.ownerDatabaseUrl);
    this.report('Database migrated');
  }

  private async seed(): Promise<Demo> {
    const seed = this.child(
      { name: 'The demo seed', script: 'apps/api/src/demo/seed.ts', log: 'seed', env: this.apiEnv() },
      true,
    );
    const demo = parseDemo(await seed.output());
    this.report('Demo schools ready');
    return demo;
  }

  private async startSpas(): Promise<void> {
    const { parent, office, checkout } = this.options.ports;
    const ports = { 'parent-portal': parent, 'admin-office': office, 'canteen-checkout': checkout };
    const server = this.child({
      name: 'The server of the screens',
      script: 'tools/start/spa-server.ts',
      log: 'screens',
      env: { SPA_PORTS: JSON.stringify(ports), KK_API_URL: this.addresses.apiUrl },
    });
    const { parentUrl, officeUrl, checkoutUrl } = this.addresses;
    await Promise.all([parentUrl, officeUrl, checkoutUrl].map((url) => this.answers(server, url)));
    this.report('Screens started');
  }

  private apiEnv(): Record<string, string> {
    const { ports, apiEnv = {} } = this.options;
    const { databaseUrl, ownerDatabaseUrl, parentUrl, officeUrl, checkoutUrl, sandboxUrl } = this.addresses;
    return {
      NODE_ENV: 'development',
      ROLE: 'all',
      PORT: String(ports.api),
      DATABASE_URL: databaseUrl,
      MIGRATION_DATABASE_URL: ownerDatabaseUrl,
      PARENT_URL: parentUrl,
      OFFICE_URL: officeUrl,
      CHECKOUT_URL: checkoutUrl,
      API_URL: this.addresses.apiUrl,
      SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
      MAIL_FROM: 'Kantinekortet <ikke-svar@kantinekortet.example>',
      SUPPORT_EMAIL: supportEmail,
      SECRET_KEY: this.secrets.secretKey,
      PAYMENT_SANDBOX_URL: sandboxUrl,
      LOG_LEVEL: 'info',
      ...apiEnv,
    };
  }

  private child(
    { log, env, ...options }: Omit<ChildOptions, 'logFile'> & { log: string },
    endsByItself = false,
  ): Child {
    if (this.stopped !== undefined) throw new StartProblem('Stopped before everything was started.');
    const logFile = this.directory.file(`logs/${log}.log`);
    const child = new Child({ ...options, logFile, env: { ...process.env, ...env } });
    this.stops.push(() => child.stop());
    if (!endsByItself) child.failure().catch((error: unknown) => this.failed.reject(error));
    return child;
  }

  /** Waits until an address answers well. Throws when its program stops first, or after a minute. */
  private async answers(child: Child, url: string): Promise<void> {
    const deadline = Date.now() + 60_000;
    const asked = async (): Promise<void> => {
      while (!(await isGood(url))) {
        if (this.stopped !== undefined) return;
        if (Date.now() > deadline) throw new StartProblem(`${child.name} does not answer at ${url}.`);
        await sleep(100);
      }
    };
    await Promise.race([asked(), this.failed.promise]);
  }

  private report(step: string): void {
    if (this.stopped === undefined) this.options.report?.(step);
  }

  private writeDemoFile(demo: Demo): void {
    writeFileSync(
      this.directory.file('demo.json'),
      `${JSON.stringify({ ...this.addresses, supportEmail, ...demo }, null, 2)}\n`,
      {
        mode: 0o600,
      },
    );
  }
}

async function isGood(url: string): Promise<boolean> {
  try {
    // Looks like a person's browser, so that a SPA answers with its page.
    return (await fetch(url, { headers: { Accept: 'text/html,*/*' }, signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

function rejectOnAbort(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = (): void => reject(new StartProblem('Stopped before everything was started.'));
    if (signal?.aborted === true) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}
