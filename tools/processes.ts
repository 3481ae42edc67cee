import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether a process with this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** How a process was started, as one text; undefined when there is none with this id. */
export function commandLineOf(pid: number): string | undefined {
  return describe(pid, 'cmdline', 'args')?.replaceAll('\0', ' ');
}

/**
 * Names a process for as long as the machine runs: its id and when it started, since ids are used again.
 * Undefined when there is none with this id.
 */
export function identityOf(pid: number): string | undefined {
  const started = describe(pid, 'stat', 'lstart');
  // In /proc the 22nd field counts; the name before it, in brackets, may hold blanks.
  const fields = started?.slice(started.lastIndexOf(')') + 2).split(' ');
  const moment = existsSync('/proc/self/stat') ? fields?.[19] : started;
  return moment === undefined ? undefined : `${pid} ${moment}`;
}

function describe(pid: number, procFile: string, psColumn: string): string | undefined {
  if (!isAlive(pid)) return undefined;
  const file = `/proc/${pid}/${procFile}`;
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { stdout } = spawnSync('ps', ['-o', `${psColumn}=`, '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() || undefined;
}
