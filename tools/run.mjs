/**
 * Runs a TypeScript tool of this workspace on a machine that has only Node ≥ 20 and npm:
 * installs what is missing, then starts the tool under Node 24. Uses nothing but Node's built-ins.
 *
 *   node tools/run.mjs tools/start.ts --reset
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.kantinekortet-install');
const neededMajor = 24;

const [script, ...args] = process.argv.slice(2);
if (script === undefined) fail('Usage: node tools/run.mjs <script.ts> [arguments]');

await ensureInstalled();
run(findNode());

async function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const machine = `${process.platform}-${process.arch}`;
  const stamp = `${machine} ${createHash('sha256').update(lock).digest('hex')}`;
  const found = readText(stampFile);
  if (found === stamp) return;
  const isFromElsewhere = found !== undefined && !found.startsWith(`${machine} `);
  if (isFromElsewhere || !isInstalledAsLocked(JSON.parse(lock).packages)) await install();
  writeFileSync(stampFile, stamp);
}

async function install() {
  const startedAt = Date.now();
  console.log('Installing packages (the first time takes a minute or two) …');
  const code = await npmCi();
  if (code !== 0) fail('The packages could not be installed. npm has said why above; mend that and start again.');
  console.log(`Packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

/**
 * Whether npm's own record of node_modules agrees with the lock file, as it does after a developer's `npm install`.
 * Optional packages may be absent: npm leaves out those of other machines.
 */
function isInstalledAsLocked(locked) {
  const record = readText(join(modules, '.package-lock.json'));
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(locked)
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, entry]) => {
      const found = installed[path];
      if (found === undefined) return entry.optional === true;
      return found.version === entry.version && found.integrity === entry.integrity;
    });
}

/** Runs `npm ci` with the Node that npm came with: the one inside node_modules disappears during the installation. */
function npmCi() {
  const command = ['ci', '--loglevel=error'];
  const { npm_execpath: npmCli, npm_node_execpath: npmNode } = process.env;
  const env = { ...process.env, PATH: pathWithoutModules() };
  const options = { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] };
  const child =
    npmCli?.endsWith('npm-cli.js') && npmNode && !npmNode.startsWith(modules)
      ? spawn(npmNode, [npmCli, ...command], options)
      : spawn('npm', command, { ...options, shell: process.platform === 'win32' });
  const stillWorking = setInterval(() => console.log('… still installing'), 20_000);
  return new Promise((done) => {
    child.once('error', (error) => fail(`npm could not be started: ${error.message}`));
    child.once('exit', done);
  }).finally(() => clearInterval(stillWorking));
}

function pathWithoutModules() {
  const path = process.env.PATH ?? '';
  const folders = path.split(delimiter).filter((folder) => !folder.startsWith(modules));
  return folders.join(delimiter);
}

function findNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const bundled = join(modules, name, 'bin', file);
  const candidates = [...(existsSync(bundled) ? [bundled] : []), process.execPath, file];
  const found = candidates.find((candidate) => majorOf(candidate) >= neededMajor);
  return (
    found ?? fail(`Node ${neededMajor} is needed. This machine has ${process.version} and npm brings none for it.`)
  );
}

function majorOf(node) {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '';
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);
}

function run(node) {
  const loader = pathToFileURL(join(root, 'tools/loader.mjs')).href;
  const flags = ['--import', loader, '-C', 'kantinekortet-source'];
  const env = { ...process.env, PATH: [join(modules, '.bin'), pathWithoutModules()].join(delimiter) };
  const child = spawn(node, [...flags, join(root, script), ...args], { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => fail(`${node} could not be started: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
