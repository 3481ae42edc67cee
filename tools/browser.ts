import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/** What Playwright's `chromium.launch` needs to know. */
export interface BrowserLaunchOptions {
  readonly executablePath: string;
  readonly chromiumSandbox: boolean;
  readonly env: Record<string, string>;
}

const workspace = join(import.meta.dirname, '..');
const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const systemPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A browser for the stories: the machine's own Chromium or Chrome, else the one that came with the packages.
 * Throws an Error that says what to install when there is neither.
 */
export async function findBrowser(): Promise<BrowserLaunchOptions> {
  const systemBrowser = findSystemBrowser();
  if (systemBrowser !== undefined) return launchOptions(systemBrowser, {});
  const directory = await unpackBundledBrowser();
  const executablePath = join(directory, 'chromium');
  const fonts: Record<string, string> = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(directory, 'fonts') };
  // The libraries that come along are for machines that lack their own.
  for (const env of [fonts, { ...fonts, LD_LIBRARY_PATH: join(directory, 'al2023/lib') }]) {
    if (runs(executablePath, env)) return launchOptions(executablePath, env);
  }
  throw new Error('No browser runs on this machine. Install Chromium or Chrome, or name one with KK_BROWSER.');
}

function launchOptions(executablePath: string, env: Record<string, string>): BrowserLaunchOptions {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  // Chromium's sandbox refuses root.
  return {
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...Object.fromEntries(inherited), ...env },
  };
}

function findSystemBrowser(): string | undefined {
  const named = process.env['KK_BROWSER'];
  if (named === 'bundled') return undefined;
  if (named !== undefined) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [...folders.flatMap((folder) => systemNames.map((name) => join(folder, name))), ...systemPaths];
  return candidates.find((candidate) => existsSync(candidate));
}

function runs(executablePath: string, env: Record<string, string>): boolean {
  return spawnSync(executablePath, ['--version'], { env: { ...process.env, ...env } }).status === 0;
}

/** Unpacks once per version, into a folder of its own: the package would use whatever an earlier version left in /tmp. */
async function unpackBundledBrowser(): Promise<string> {
  const packageDirectory = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = parseVersion(readFileSync(join(packageDirectory, 'package.json'), 'utf8'));
  const directory = join(workspace, 'node_modules/.cache/chromium', version);
  const completeMark = join(directory, 'complete');
  if (existsSync(completeMark)) return directory;
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const usualTemporary = process.env['TMPDIR'];
  process.env['TMPDIR'] = directory;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const archive of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(packageDirectory, 'bin', archive));
    }
  } finally {
    if (usualTemporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usualTemporary;
  }
  writeFileSync(completeMark, '');
  return directory;
}

function parseVersion(packageJson: string): { version: string } {
  const parsed: unknown = JSON.parse(packageJson);
  if (typeof parsed !== 'object' || parsed === null || !('version' in parsed)) throw new Error('No version');
  return { version: String(parsed.version) };
}
