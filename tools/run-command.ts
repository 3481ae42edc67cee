import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const workspace = join(import.meta.dirname, '..');

interface CommandOptions {
  /** Shows what the command says at once, instead of keeping it. */
  readonly live?: boolean;
  /** Variables besides our own. */
  readonly env?: Readonly<Record<string, string>>;
  /** The root of the workspace, unless another folder is named. */
  readonly cwd?: string;
}

export interface CommandResult {
  readonly isGood: boolean;
  readonly output: string;
}

/** Runs a command and keeps what it says. */
export function runCommand(
  command: readonly [string, ...string[]],
  { live = false, env = {}, cwd = workspace }: CommandOptions = {},
): Promise<CommandResult> {
  const [file, ...args] = command;
  const child = spawn(file, args, {
    cwd,
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
