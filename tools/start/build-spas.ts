import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { StartProblem } from './problem.ts';

/** The three SPAs, by folder in `apps`. */
export const spas = ['parent-portal', 'admin-office', 'canteen-checkout'] as const;

const workspace = join(import.meta.dirname, '../..');

/** Builds the SPAs, or takes them from the cache when nothing changed. Throws StartProblem with what the build says. */
export async function buildSpas(signal?: AbortSignal): Promise<void> {
  const nx = join(workspace, 'node_modules/nx/dist/bin/nx.js');
  const projects = spas.map((name) => `@kantinekortet/${name}`).join(',');
  const env = {
    ...process.env,
    PATH: [join(workspace, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    NODE_OPTIONS: '',
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    // In this process rather than in workers, which would survive an early end.
    NX_ISOLATE_PLUGINS: 'false',
  };
  const child = spawn(
    process.execPath,
    [nx, 'run-many', '--target=build', `--projects=${projects}`, '--outputStyle=static'],
    {
      cwd: workspace,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const { pid } = child;
  const kill = (): void => {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
  };
  signal?.addEventListener('abort', kill, { once: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  signal?.removeEventListener('abort', kill);
  if (code !== 0 && signal?.aborted !== true) throw new StartProblem(`The screens could not be built:\n${output}`);
}
