import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const workspace = join(import.meta.dirname, '..');
const adapters = 'libs/server/providers/src';
const sandbox = 'apps/payment-sandbox/src';

const providers = globSync(`${adapters}/*/*.adapter.ts`, { cwd: workspace }).map((file) =>
  basename(file, '.adapter.ts'),
);
const files = globSync('{apps,libs,tools}/**/*.{css,html,js,json,mjs,po,sql,ts,tsx}', {
  cwd: workspace,
  exclude: (path) => /(?:^|\/)(?:dist|node_modules)$/.test(path),
}).map((file) => file.replaceAll('\\', '/'));

/** Where names may stand: the lists of a line for each provider, what plays a merchant, tests, and what npm is told. */
const open = [
  `${adapters}/provider-adapters.ts`,
  `${sandbox}/sandbox.ts`,
  /^apps\/api\/src\/demo\//,
  /\/testing\//,
  /\.(?:spec|story)\.ts$/,
  /(?:^|\/)package\.json$/,
];

function mayName(provider: string, file: string): boolean {
  return (
    file.startsWith(`${adapters}/${provider}/`) ||
    file.startsWith(`${sandbox}/${provider}/`) ||
    open.some((where) => (typeof where === 'string' ? where === file : where.test(file)))
  );
}

describe('the names of payment providers', () => {
  it('are found where they have to be, so that looking for them means something', () => {
    expect(providers.length).toBeGreaterThan(0);
    for (const provider of providers)
      for (const list of [`${adapters}/provider-adapters.ts`, `${sandbox}/sandbox.ts`])
        expect(readFileSync(join(workspace, list), 'utf8')).toContain(`./${provider}/`);
  });

  it.each(providers)('%s: stands in its own folders and the lists alone', (provider) => {
    const name = new RegExp(`\\b${provider}`, 'i');
    const elsewhere = files.filter((file) => !mayName(provider, file));
    expect(elsewhere.length).toBeGreaterThan(100);
    expect(elsewhere.filter((file) => name.test(readFileSync(join(workspace, file), 'utf8')))).toEqual([]);
  });
});
