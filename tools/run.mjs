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
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.kantinekortet-install');
const lockFile = join(root, 'package-lock.json');
const installedFile = join(modules, '.package-lock.json');
const neededMajor = 24;

const [script, ...args] = process.argv.slice(2);
if (script === undefined) fail('Usage: node tools/run.mjs <script.ts> [arguments]');

await ensureInstalled();
run(findNode());

async function ensureInstalled() {
  if (readText(stampFile) === currentStamp()) return;
  const machine = `${process.platform}-${process.arch} `;
  const isFromElsewhere = !(readText(stampFile) ?? machine).startsWith(machine);
  const before = isFromElsewhere ? undefined : compareWithLock();
  if (before === undefined || before.differs) {
    const startedAt = Date.now();
    console.log('Installing packages (the first time takes a minute or two) …');
    await npm(['ci'], npmNode());
    console.log(`Packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  }
  // Under an older Node, npm leaves out the optional packages that ask for a newer one: it adds them under ours.
  if (compareWithLock()?.lacksOptional) {
    console.log('Completing the installation …');
    await npm(['install', '--no-save'], findNode());
  }
  writeFileSync(stampFile, currentStamp());
}

/** Changes whenever the lock file or, by npm, the installation changes. */
function currentStamp() {
  const hash = createHash('sha256');
  for (const file of [lockFile, installedFile]) hash.update(readText(file) ?? '');
  return `${process.platform}-${process.arch} ${hash.digest('hex')}`;
}

/** How npm's own record of node_modules compares with the lock file; undefined when there is no record. */
function compareWithLock() {
  const record = readText(installedFile);
  if (record === undefined) return undefined;
  const installed = JSON.parse(record).packages;
  const locked = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages)
    .filter(([path]) => path.includes('node_modules/'))
    .map(([path, entry]) => ({ entry, found: installed[path] }));
  const isOther = ({ entry, found }) => found.version !== entry.version || found.integrity !== entry.integrity;
  const missing = locked.filter(({ found }) => found === undefined).map(({ entry }) => entry);
  return {
    differs: missing.some(({ optional }) => !optional) || locked.some((one) => one.found !== undefined && isOther(one)),
    lacksOptional: missing.some((entry) => entry.optional && isMadeForThisMachine(entry)),
  };
}

function isMadeForThisMachine({ os, cpu, libc }) {
  const ourLibc = process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
  const fits = (names, name) => names === undefined || names.includes(name);
  return os !== undefined && fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, ourLibc);
}

/** The Node that npm came with, to install with: the one inside node_modules disappears meanwhile. */
function npmNode() {
  const node = process.env.npm_node_execpath ?? process.execPath;
  return node.startsWith(modules) ? undefined : node;
}

/** Runs npm under the given Node, or as found on the PATH; ends this process with a sentence when it fails. */
async function npm(command, node) {
  const npmCli = process.env.npm_execpath;
  const args = [...command, '--loglevel=error'];
  const path = [...(node === undefined ? [] : [dirname(node)]), pathWithoutModules()].join(delimiter);
  const options = { cwd: root, env: { ...process.env, PATH: path }, stdio: ['ignore', 'inherit', 'inherit'] };
  const child =
    npmCli?.endsWith('npm-cli.js') && node !== undefined
      ? spawn(node, [npmCli, ...args], options)
      : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  const stillWorking = setInterval(() => console.log('… still installing'), 20_000);
  const code = await new Promise((done) => {
    child.once('error', (error) => fail(`npm could not be started: ${error.message}`));
    child.once('exit', done);
  });
  clearInterval(stillWorking);
  if (code !== 0) fail('The packages could not be installed. npm has said why above; mend that and start again.');
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
  if (process.env.npm_lifecycle_event === 'start') stopWithParent(() => child.kill('SIGTERM'));
  child.once('error', (error) => fail(`${node} could not be started: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
}

/** npm runs us in a shell, which a signal to npm ends without passing it on: whoever ends npm means us. */
function stopWithParent(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 1_000);
  watch.unref();
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
