import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, workspace } from '../run-command.ts';
import { freePorts } from '../start/ports.ts';
import { sentenceFor } from '../start/problem.ts';
import { startStack } from '../start/stack.ts';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs the Playwright stories on a fresh stack on free ports, or on the one that KK_DEMO_FILE describes. The stories find
 * the addresses and accounts in the file that KK_DEMO_FILE names.
 */
export async function runStories(args: readonly string[] = []): Promise<Outcome> {
  const running = process.env['KK_DEMO_FILE'];
  if (running !== undefined) return playwright(running, args);
  const directory = mkdtempSync(join(tmpdir(), 'kantinekortet-stories-'));
  const stopAsked = new AbortController();
  const abort = (): void => stopAsked.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  try {
    const stack = await startStack({
      ports: await freePorts(),
      dataDir: directory,
      report: (step) => console.log(`  ${step}`),
      signal: stopAsked.signal,
    });
    try {
      return await Promise.race([playwright(join(directory, 'demo.json'), args), stack.failure]);
    } finally {
      await stack.stop();
    }
  } catch (error) {
    console.error(sentenceFor(error, directory));
    return { passed: 0, failed: 1 };
  } finally {
    process.off('SIGINT', abort).off('SIGTERM', abort);
    rmSync(directory, { recursive: true, force: true });
  }
}

async function playwright(demoFile: string, args: readonly string[]): Promise<Outcome> {
  const directory = mkdtempSync(join(tmpdir(), 'kantinekortet-report-'));
  const reportFile = join(directory, 'report.json');
  const cli = join(workspace, 'node_modules/@playwright/test/cli.js');
  const command = [process.execPath, cli, 'test', '--config=apps/e2e/playwright.config.ts', ...args] as const;
  const env = {
    KK_DEMO_FILE: demoFile,
    NODE_OPTIONS: '--conditions=kantinekortet-source',
    PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile,
  };
  try {
    const { isGood } = await runCommand([...command, '--reporter=list,json'], { live: true, env });
    const outcome = existsSync(reportFile) ? readReport(readFileSync(reportFile, 'utf8')) : undefined;
    if (outcome === undefined || (!isGood && outcome.failed === 0)) return { passed: outcome?.passed ?? 0, failed: 1 };
    return outcome;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A story that passes only when tried again counts as failed. */
function readReport(json: string): Outcome {
  const { stats } = asRecord(JSON.parse(json));
  const { expected, unexpected, flaky } = asRecord(stats);
  return { passed: Number(expected), failed: Number(unexpected) + Number(flaky) };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
