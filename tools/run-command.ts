import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const workspace = join(import.meta.dirname, '..');

export interface CommandResult {
  readonly isGood: boolean;
  readonly output: string;
}

/** Runs a command from the root of the workspace and keeps what it says; `live` shows it meanwhile. */
export function runCommand(
  command: readonly [string, ...string[]],
  { live = false, env = {} }: { live?: boolean; env?: Readonly<Record<string, string>> } = {},
): Promise<CommandResult> {
  const [file, ...args] = command;
  const child = spawn(file, args, {
    cwd: workspace,
    env: { ...process.env, ...env },
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ isGood: code === 0, output }));
  });
}
