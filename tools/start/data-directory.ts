import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeDataDirectory } from '../postgres/account.ts';
import { clearLeftovers } from '../postgres/leftovers.ts';
import { identityOf } from '../processes.ts';
import { StartProblem } from './problem.ts';

const neededMegabytes = 300;
/** Everything that a stack keeps; `--reset` deletes these names and nothing else. */
const contents = ['sandbox', 'mail', 'logs', 'secrets.json', 'demo.json'];

/** The folder that one running stack holds: its database, logs, secrets. */
export class DataDirectory {
  readonly path: string;
  readonly postgres: string;
  private readonly lockFile: string;

  constructor(path: string) {
    this.path = path;
    this.postgres = join(path, 'postgres');
    this.lockFile = join(path, 'running');
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** Makes the folder ours until `release`. Throws StartProblem when a stack runs there or the disk is nearly full. */
  hold(): void {
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = statfsSync(this.path);
    const freeMegabytes = Math.floor((bavail * bsize) / 1_000_000);
    if (freeMegabytes < neededMegabytes) {
      throw new StartProblem(
        `The disk that holds ${this.path} has ${freeMegabytes} MB left, and ${neededMegabytes} MB are needed. Make room.`,
      );
    }
    const holder = this.holder();
    if (holder !== undefined) {
      throw new StartProblem(
        `Kantinekortet runs from ${this.path} already (process ${holder}). ` +
          'Stop it with Ctrl-C there, or name another folder with KK_DATA_DIR and other ports.',
      );
    }
    writeFileSync(this.lockFile, identityOf(process.pid) ?? '');
    mkdirSync(this.file('logs'), { recursive: true });
  }

  release(): void {
    rmSync(this.lockFile, { force: true });
  }

  /** Deletes all data. Only its holder may. */
  async clear(): Promise<void> {
    await clearLeftovers(this.postgres);
    removeDataDirectory(this.postgres);
    for (const name of contents) rmSync(this.file(name), { recursive: true, force: true });
    mkdirSync(this.file('logs'), { recursive: true });
  }

  /** The process that holds the folder; a killed run's mark does not count. */
  private holder(): number | undefined {
    if (!existsSync(this.lockFile)) return undefined;
    const identity = readFileSync(this.lockFile, 'utf8');
    const pid = Number(identity.split(' ', 1)[0]);
    return pid > 1 && identityOf(pid) === identity ? pid : undefined;
  }
}

export interface StackSecrets {
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  /** 32 bytes in base64. */
  readonly secretKey: string;
}

/** The secrets of this folder's stack, drawn the first time. */
export function readSecrets(directory: DataDirectory): StackSecrets {
  const file = directory.file('secrets.json');
  if (!existsSync(file)) {
    const drawn: StackSecrets = {
      superuserPassword: randomBytes(24).toString('base64url'),
      ownerPassword: randomBytes(24).toString('base64url'),
      appPassword: randomBytes(24).toString('base64url'),
      secretKey: randomBytes(32).toString('base64'),
    };
    writeFileSync(file, JSON.stringify(drawn, null, 2), { mode: 0o600 });
  }
  const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isSecrets(stored)) throw new StartProblem(`${file} is damaged. Begin again with npm start -- --reset`);
  return stored;
}

function isSecrets(value: unknown): value is StackSecrets {
  if (typeof value !== 'object' || value === null) return false;
  return ['superuserPassword', 'ownerPassword', 'appPassword', 'secretKey'].every((name) => name in value);
}
