import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf, isAlive } from '../processes.ts';

/**
 * Mends what a killed run left in a data directory: stops a server that still works there, and removes the PID file of
 * one that is gone (PostgreSQL itself does not dare to when the number now belongs to another program).
 */
export async function clearLeftovers(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  const pid = serverPid(dataDir);
  if (pid === undefined) return;
  if (commandLineOf(pid)?.includes(dataDir) === true) {
    process.kill(pid, 'SIGINT');
    await gone(pid, 15_000);
  }
  rmSync(pidFile, { force: true });
}

/** The process id of the server that works, or worked last, on a data directory. */
export function serverPid(dataDir: string): number | undefined {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
}

async function gone(pid: number, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) throw new Error(`An earlier PostgreSQL (process ${pid}) does not stop. End it first.`);
    await sleep(50);
  }
}
