import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { until } from './until.ts';

const workspaceRoot = resolve(import.meta.dirname, '../../../../..');

/** The whole API and its worker as a process of its own, on the database of a test's: one that can be killed. */
export class KillableApi {
  /** The test's services, with browsers that ask the process. */
  readonly api: TestApi;
  private readonly port: number;
  private process: ChildProcess | undefined;

  private constructor(api: TestApi, port: number) {
    this.port = port;
    this.api = { ...api, url: this.url, browser: (app) => new HttpClient(this.url, app) };
  }

  /** Starts it at an address that it keeps when it is started again. */
  static async beside(api: TestApi): Promise<KillableApi> {
    const killable = new KillableApi(api, await freePort());
    await killable.start();
    return killable;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const { config } = this.api;
    const loader = join(workspaceRoot, 'tools/loader.mjs');
    const main = join(workspaceRoot, 'apps/api/src/main.ts');
    this.process = spawn(process.execPath, ['--import', loader, '-C', 'kantinekortet-source', main], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        LOG_LEVEL: 'fatal',
        PORT: String(this.port),
        DATABASE_URL: config.databaseUrl,
        SMTP_URL: config.smtpUrl,
        PARENT_URL: config.parentUrl,
        OFFICE_URL: config.officeUrl,
        CHECKOUT_URL: config.checkoutUrl,
        MAIL_FROM: config.mailFrom,
        SECRET_KEY: config.secretKey.toString('base64'),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await until('the API answers', () => isReady(`${this.url}/health/ready`));
  }

  /** SIGKILL: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (typeof address !== 'object' || address === null) throw new Error('No port is free');
  return address.port;
}
