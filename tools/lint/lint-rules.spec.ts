import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand, workspace } from '../run-command.ts';

/** Files that break a rule each, and one that breaks none, laid into a small copy of the workspace. */
const seeds = {
  'libs/server/checkout/src/index.ts': `export const soup = 1;`,
  'libs/server/payments/src/index.ts': `import { soup } from '@kantinekortet/checkout';\nexport const topUp = soup;`,
  'libs/server/identity/src/index.ts': `export const person = 1;`,
  'libs/server/wallet/src/index.ts': `import { person } from '@kantinekortet/identity';\nexport const wallet = person;`,
  'libs/server/testing/src/index.ts': `import { wallet } from '@kantinekortet/wallet';\nexport const aPupil = wallet;`,
  'libs/server/cards/src/index.ts': `import { aPupil } from '@kantinekortet/testing';\nexport const card = aPupil;`,
  'libs/server/cards/src/card.spec.ts': `import { aPupil } from '@kantinekortet/testing';\nexport const card = aPupil;`,
  'libs/server/catalogue/src/index.ts': `import { other } from './other.ts';\nexport const one = (): number => other();`,
  'libs/server/catalogue/src/other.ts': `import { one } from './index.ts';\nexport const other = (): number => one();`,
  'libs/web/ui/src/index.ts': `import { person } from '@kantinekortet/identity';\nexport const button = person;`,
  'libs/shared/money/src/index.ts': `export const ore = 1;`,
};

describe('the lint rules', () => {
  let directory: string;
  let complaints: Map<string, string[]>;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'kantinekortet-lint-'));
    layWorkspace(directory);
    complaints = await lint(directory);
  });

  afterAll(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  it('let a lib that keeps to itself pass', () => {
    expect(complaints.get('libs/shared/money/src/index.ts')).toEqual([]);
  });

  it('keep a flow from another flow', () => {
    expect(complaints.get('libs/server/payments/src/index.ts')).toContain('@nx/enforce-module-boundaries');
  });

  it('keep the ledger from knowing people', () => {
    expect(complaints.get('libs/server/wallet/src/index.ts')).toContain('@nx/enforce-module-boundaries');
  });

  it('keep the screens from the server', () => {
    expect(complaints.get('libs/web/ui/src/index.ts')).toContain('@nx/enforce-module-boundaries');
  });

  it('give the builders of tests to specs only', () => {
    expect(complaints.get('libs/server/cards/src/index.ts')).toContain('@nx/enforce-module-boundaries');
    expect(complaints.get('libs/server/cards/src/card.spec.ts')).toEqual([]);
  });

  it('find an import cycle inside a lib', () => {
    expect(complaints.get('libs/server/catalogue/src/index.ts')).toContain('import-x/no-cycle');
    expect(complaints.get('libs/server/catalogue/src/other.ts')).toContain('import-x/no-cycle');
  });
});

function layWorkspace(directory: string): void {
  const settings = ['package.json', 'nx.json', 'eslint.config.mjs', 'tsconfig.json', 'tsconfig.base.json'];
  for (const file of settings) cpSync(join(workspace, file), join(directory, file));
  const webSettings = JSON.stringify({ extends: '../../../tsconfig.base.json', include: ['src'] });
  const files = { ...seeds, 'libs/web/ui/tsconfig.json': webSettings };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), `${text}\n`);
  }
  linkModules(directory);
}

/** The same installed packages, but the workspace's own ones lead to the seeds. */
function linkModules(directory: string): void {
  const modules = join(directory, 'node_modules');
  mkdirSync(join(modules, '@kantinekortet'), { recursive: true });
  const installed = readdirSync(join(workspace, 'node_modules')).filter((name) => name !== '@kantinekortet');
  for (const name of installed) symlinkSync(join(workspace, 'node_modules', name), join(modules, name));
  const libs = new Set(Object.keys(seeds).map((file) => file.split('/').slice(0, 3).join('/')));
  for (const lib of libs) {
    cpSync(join(workspace, lib, 'package.json'), join(directory, lib, 'package.json'));
    symlinkSync(join(directory, lib), join(modules, '@kantinekortet', lib.split('/').at(-1) ?? lib));
  }
}

/** The rules that each file breaks. */
async function lint(directory: string): Promise<Map<string, string[]>> {
  const nx = join(workspace, 'node_modules/nx/dist/bin/nx.js');
  const eslint = join(workspace, 'node_modules/eslint/bin/eslint.js');
  const env = { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NODE_OPTIONS: '' };
  await runCommand([process.execPath, nx, 'show', 'projects'], { env, cwd: directory });
  const { output } = await runCommand([process.execPath, eslint, '--format=json', 'libs'], { env, cwd: directory });
  const results: unknown = JSON.parse(output);
  if (!areLintResults(results)) throw new Error(`ESLint said: ${output}`);
  return new Map(
    results.map(({ filePath, messages }) => [
      filePath.slice(directory.length + 1),
      messages.map(({ ruleId }) => ruleId ?? 'parsing'),
    ]),
  );
}

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
}

function areLintResults(value: unknown): value is readonly LintResult[] {
  return Array.isArray(value) && value.every((result: unknown) => typeof result === 'object' && result !== null);
}
