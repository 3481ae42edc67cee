import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';
import type { Outcome } from '../stories/run-stories.ts';

/** Runs every unit and integration test. A file that cannot be run counts as one failure. */
export async function runJest(): Promise<Outcome> {
  const directory = mkdtempSync(join(tmpdir(), 'kantinekortet-report-'));
  const reportFile = join(directory, 'report.json');
  const jest = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${reportFile}`];
  try {
    const command = [process.execPath, '--experimental-vm-modules', '--no-warnings', ...jest] as const;
    const { isGood } = await runCommand(command, { live: true });
    if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
    const outcome = readReport(readFileSync(reportFile, 'utf8'));
    return !isGood && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function readReport(json: string): Outcome {
  const report: unknown = JSON.parse(json);
  if (typeof report !== 'object' || report === null) return { passed: 0, failed: 1 };
  const count = (name: string): number => Number(new Map<string, unknown>(Object.entries(report)).get(name));
  return { passed: count('numPassedTests'), failed: count('numFailedTests') + count('numRuntimeErrorTestSuites') };
}
