import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './problem.ts';

export interface ChildOptions {
  /** How messages call it: `The API`. */
  readonly name: string;
  /** From the root of the workspace. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

const workspace = join(import.meta.dirname, '../..');
const leaveWithParent = join(import.meta.dirname, 'leave-with-parent.mjs');
const stopTimeoutMs = 10_000;

/** A program of ours in a process of its own, from TypeScript source. */
export class Child {
  readonly name: string;
  /** Settles when the process is gone, wanted or not. */
  readonly exited: Promise<void>;
  stdout = '';
  private readonly process: ChildProcess;
  private readonly logFile: string;
  private lastWords = '';
  private isStopping = false;

  constructor({ name, script, args = [], env, logFile }: ChildOptions) {
    this.name = name;
    this.logFile = logFile;
    this.process = spawn(
      process.execPath,
      ['--import', './tools/loader.mjs', '--import', leaveWithParent, '-C', 'kantinekortet-source', script, ...args],
      // A process group of its own keeps Ctrl-C in the terminal from reaching it before its clients.
      { cwd: workspace, env, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    );
    this.keep(createWriteStream(logFile, { flags: 'a' }));
    this.exited = new Promise((resolve) => {
      this.process.once('error', (error) => {
        this.lastWords += error.message;
        resolve();
      });
      this.process.once('close', () => resolve());
    });
  }

  /** Rejects with a StartProblem when the process ends before it was asked to. */
  async failure(): Promise<never> {
    await this.exited;
    if (this.isStopping) return new Promise<never>(() => undefined);
    throw this.problem('has stopped unexpectedly');
  }

  /** What it printed, once it has ended well. Throws StartProblem when it did not. */
  async output(): Promise<string> {
    await this.exited;
    if (this.process.exitCode !== 0 && !this.isStopping) throw this.problem('has failed');
    return this.stdout;
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGTERM');
    const tooLate = setTimeout(() => this.process.kill('SIGKILL'), stopTimeoutMs);
    await this.exited;
    clearTimeout(tooLate);
  }

  private keep(log: WriteStream): void {
    this.process.stdout?.on('data', (chunk: Buffer) => {
      this.stdout = (this.stdout + chunk.toString()).slice(-100_000);
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        log.write(chunk);
        this.lastWords = (this.lastWords + chunk.toString()).slice(-2000);
      });
    }
    this.process.once('close', () => log.end());
  }

  private problem(what: string): StartProblem {
    const { exitCode, signalCode } = this.process;
    const how = exitCode === null ? `signal ${signalCode ?? 'unknown'}` : `exit code ${exitCode}`;
    const lastLines = this.lastWords.trim().split('\n').slice(-15);
    const sentence = `${this.name} ${what} (${how}). The whole log: ${this.logFile}`;
    return new StartProblem([sentence, ...lastLines].join('\n  ').trimEnd());
  }
}
