import { StartProblem } from './problem.ts';

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  /** What the account shows, in a few words. */
  readonly label?: string;
}

/** What the seed says about the demonstration data. */
export interface Demo {
  readonly accounts: Readonly<Record<string, DemoAccount>>;
  readonly pairingCode: string;
}

/** Reads the last line that the seed printed. Throws StartProblem when it is not what was promised. */
export function parseDemo(output: string): Demo {
  const lastLine = output.trim().split('\n').at(-1) ?? '';
  const demo: unknown = lastLine.startsWith('{') ? JSON.parse(lastLine) : undefined;
  if (!isDemo(demo)) throw new StartProblem(`The demo seed did not say which accounts there are:\n${output}`);
  return demo;
}

function isDemo(value: unknown): value is Demo {
  if (typeof value !== 'object' || value === null || !('accounts' in value) || !('pairingCode' in value)) return false;
  return typeof value.accounts === 'object' && value.accounts !== null && typeof value.pairingCode === 'string';
}
