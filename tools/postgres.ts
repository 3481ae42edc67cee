import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseAccount, type PostgresAccount } from './postgres/account.ts';
import { clearLeftovers, serverPid } from './postgres/leftovers.ts';

export interface PostgresOptions {
  readonly dataDir: string;
  readonly port: number;
  /** Server settings, name to value, as `postgresql.conf` would hold them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Asked of everyone who connects, from the first start on. Without one, every program on this machine may connect. */
  readonly superuserPassword?: string;
  /** Where the server's messages are added. */
  readonly logFile?: string;
}

export interface RunningPostgres {
  readonly port: number;
  readonly superuserUrl: string;
  readonly process: ChildProcess;
  /** Settles when the server is gone, wanted or not. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

const superuser = 'postgres';
const completeMark = 'kantinekortet-complete';

// Stops the server (fast shutdown) when our end of its input closes: when we stop it, and when we die.
const guard = `exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(read -r _ <&3; kill -INT $server) 2>/dev/null &
watcher=$!
wait $server
code=$?
kill $watcher 2>/dev/null
exit $code`;

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
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { port, superuserPassword, logFile } = options;
  mkdirSync(dirname(options.dataDir), { recursive: true });
  const account = chooseAccount(options.dataDir);
  await clearLeftovers(account.dataDir);
  if (!existsSync(join(account.dataDir, completeMark))) createDataDirectory(account, superuserPassword);

  const child = spawnServer(account, port, options.settings ?? {});
  const log = new LastWords(4000);
  child.stderr?.on('data', (chunk: Buffer) => log.add(chunk.toString()));
  if (logFile !== undefined) child.stderr?.pipe(createWriteStream(logFile, { flags: 'a' }));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await listening(port, child, log);

  const password = superuserPassword === undefined ? '' : `:${encodeURIComponent(superuserPassword)}`;
  return {
    port,
    superuserUrl: `postgres://${superuser}${password}@127.0.0.1:${port}/postgres`,
    process: child,
    exited,
    stop: () => stop(child, exited, account.dataDir),
  };
}

function createDataDirectory(account: PostgresAccount, password: string | undefined): void {
  const { dataDir, uid, gid } = account;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // What is there without the mark is the rest of a first start that was cut short.
  for (const entry of readdirSync(dataDir)) rmSync(join(dataDir, entry), { recursive: true, force: true });
  const options = ['--encoding=UTF8', '--locale=C', '--no-sync', `--username=${superuser}`, `--pgdata=${dataDir}`];
  if (password === undefined) {
    initialize(account, [...options, '--auth=trust']);
  } else {
    const directory = mkdtempSync(join(tmpdir(), 'kantinekortet-'));
    try {
      const passwordFile = join(directory, 'password');
      writeFileSync(passwordFile, password, { mode: 0o600 });
      if (uid !== undefined && gid !== undefined)
        for (const path of [directory, passwordFile]) chownSync(path, uid, gid);
      initialize(account, [...options, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  }
  writeFileSync(join(dataDir, completeMark), '');
}

function initialize({ bin, commandLine, uid, gid }: PostgresAccount, options: readonly string[]): void {
  const [command, ...args] = commandLine(join(bin, 'initdb'), options);
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', uid, gid, cwd: tmpdir() });
  if (status !== 0) throw new Error(`PostgreSQL could not make its data directory:\n${stderr}`);
}

function spawnServer(
  { bin, dataDir, commandLine, uid, gid }: PostgresAccount,
  port: number,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const values = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings };
  const flags = Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = commandLine(join(bin, 'postgres'), ['-D', dataDir, ...flags]);
  const guarded = ['sh', '-c', guard, 'postgres-guard', ...server] as const;
  const [command, ...args] = process.platform === 'win32' ? server : guarded;
  // A process group of its own keeps Ctrl-C in the terminal from reaching the server before its clients.
  return spawn(command, args, { stdio: ['pipe', 'ignore', 'pipe'], detached: true, uid, gid, cwd: tmpdir() });
}

async function stop(child: ChildProcess, exited: Promise<void>, dataDir: string): Promise<void> {
  child.stdin?.end();
  if (process.platform === 'win32') child.kill();
  const inTime = new AbortController();
  const tooLate = sleep(20_000, true, { signal: inTime.signal }).catch(() => false);
  if (await Promise.race([exited.then(() => false), tooLate])) {
    const pid = serverPid(dataDir);
    if (pid !== undefined) process.kill(pid, 'SIGQUIT');
  }
  inTime.abort();
  await exited;
}

async function listening(port: number, child: ChildProcess, log: LastWords): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL stopped at once:\n${log.text}`);
    if (log.text.includes('ready to accept connections') && (await canConnect(port))) return;
    await sleep(25);
  }
  child.stdin?.end();
  throw new Error(`PostgreSQL did not answer on port ${port} within 30 s:\n${log.text}`);
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

/** The end of what a program has said: enough to explain why it stopped. */
class LastWords {
  text = '';
  private readonly maxLength: number;

  constructor(maxLength: number) {
    this.maxLength = maxLength;
  }

  add(chunk: string): void {
    this.text = (this.text + chunk).slice(-this.maxLength);
  }
}
