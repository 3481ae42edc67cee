import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand, workspace, type CommandResult } from '../run-command.ts';
import { buildSpas, spas } from '../start/build-spas.ts';
import { missingOptionalPackages, unlockedChanges } from './lock-file.ts';
import { overweightScreens } from './screen-weight.ts';
import { missingTranslations } from './translations.ts';

interface Check {
  readonly name: string;
  run(): Promise<CommandResult>;
}

const screens = ['apps/parent-portal', 'apps/admin-office', 'apps/canteen-checkout', 'libs/web'];

// The slow ones first, so that both processors have work to the end.
const checks: readonly Check[] = [
  { name: 'lint, boundaries, cycles: screens', run: () => lint(screens) },
  {
    name: 'lint, boundaries, cycles: all else',
    run: () => lint(['.', ...screens.map((path) => `--ignore-pattern=${path}`)]),
  },
  { name: 'types of the screens', run: checkScreens },
  { name: 'types of server and tools', run: () => checkTypes('tsconfig.json') },
  { name: 'production build of the API', run: () => runCommand(['tsc', '--build', 'apps/api/tsconfig.emit.json']) },
  { name: 'weight of the screens', run: checkWeight },
  { name: 'format', run: () => runCommand(['prettier', '--check', '--log-level=warn', '.']) },
  { name: 'dead code', run: () => runCommand(['knip', '--no-progress']) },
  { name: 'contract', run: () => runCommand([process.execPath, ...process.execArgv, 'tools/contract.ts', '--check']) },
  { name: 'translations', run: checkTranslations },
  { name: 'lock file', run: checkLockFile },
];

/** Runs every check, two at a time, and says how each went. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const waiting = [...checks];
  const failures: { name: string; output: string }[] = [];
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const startedAt = Date.now();
      const { isGood, output } = await check.run();
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6);
      console.log(`${isGood ? '✓' : '✗'} ${seconds} s  ${check.name}`);
      if (!isGood) failures.push({ name: check.name, output });
    }
  };
  await Promise.all([worker(), worker()]);
  for (const { name, output } of failures) console.error(`\n✗ ${name}\n${output.trim()}`);
  return { passed: checks.length - failures.length, failed: failures.length };
}

let projectGraph: Promise<CommandResult> | undefined;

/** Nx writes its project graph once, so that no two of the checks below write it at the same time. */
function makeProjectGraph(): Promise<CommandResult> {
  projectGraph ??= runCommand(['nx', 'show', 'projects'], { env: { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false' } });
  return projectGraph;
}

async function lint(args: readonly string[]): Promise<CommandResult> {
  // The rule about module boundaries reads the project graph that Nx keeps, and without one checks nothing.
  const graph = await makeProjectGraph();
  return graph.isGood ? runCommand(['eslint', '--max-warnings=0', ...args]) : graph;
}

async function checkScreens(): Promise<CommandResult> {
  const projects = globSync('{apps,libs/web}/*/tsconfig.json', { cwd: workspace });
  const results: CommandResult[] = [];
  for (const project of projects.sort()) results.push(await checkTypes(project));
  return { isGood: results.every(({ isGood }) => isGood), output: results.map(({ output }) => output).join('') };
}

function checkTypes(project: string): Promise<CommandResult> {
  const memory = `node_modules/.cache/tsc/${project.replaceAll('/', '-')}.tsbuildinfo`;
  return runCommand(['tsc', '--project', project, '--incremental', '--tsBuildInfoFile', memory]);
}

async function checkWeight(): Promise<CommandResult> {
  const graph = await makeProjectGraph();
  if (!graph.isGood) return graph;
  try {
    await buildSpas();
    const problems = spas.flatMap((app) => overweightScreens(workspace, app));
    return { isGood: problems.length === 0, output: problems.join('\n') };
  } catch (error) {
    return { isGood: false, output: String(error) };
  }
}

function checkTranslations(): Promise<CommandResult> {
  const missing = missingTranslations(workspace);
  return Promise.resolve({ isGood: missing.length === 0, output: missing.join('\n') });
}

function checkLockFile(): Promise<CommandResult> {
  const text = (path: string): string => readFileSync(join(workspace, path), 'utf8');
  const manifests: Record<string, string> = { '': text('package.json') };
  for (const path of globSync('{apps,libs/*}/*/package.json', { cwd: workspace }))
    manifests[dirname(path)] = text(path);
  const lockFile = text('package-lock.json');
  const problems = [...missingOptionalPackages(lockFile), ...unlockedChanges(lockFile, manifests)];
  return Promise.resolve({ isGood: problems.length === 0, output: problems.join('\n') });
}
