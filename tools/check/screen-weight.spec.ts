import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { budgetsKb, type Chunk, filesOfScreens, overweightScreens, readManifest } from './screen-weight.ts';

const till = 'canteen-checkout';
const screen = 'src/features/sale/sale-screen.tsx';

const chunks: Record<string, Chunk> = {
  'index.html': {
    file: 'index.js',
    imports: ['_framework.js'],
    dynamicImports: ['src/locales/nb.po', 'src/locales/en.po', '../../libs/web/ui/src/late-behaviours.ts', screen],
  },
  '_framework.js': { file: 'framework.js' },
  '../../libs/web/ui/src/late-behaviours.ts': { file: 'late.js' },
  'src/locales/nb.po': { file: 'nb.js' },
  'src/locales/en.po': { file: 'en.js' },
  [screen]: { file: 'sale.js', imports: ['_framework.js', '_cart.js'] },
  '_cart.js': { file: 'cart.js', imports: ['_framework.js'] },
};

describe('the weight of the screens', () => {
  let workspace: string;
  const dist = (path: string): string => join(workspace, 'apps', till, 'dist', path);

  const writeBuild = (bytesOfScreen: number): void => {
    mkdirSync(dirname(dist('.vite/manifest.json')), { recursive: true });
    writeFileSync(dist('.vite/manifest.json'), JSON.stringify(chunks));
    for (const { file } of Object.values(chunks)) writeFileSync(dist(file), '');
    // Random bytes are as long after gzip as before.
    writeFileSync(dist('sale.js'), randomBytes(bytesOfScreen));
  };

  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'kantinekortet-weight-'));
  });

  afterEach(() => rmSync(workspace, { recursive: true }));

  it('counts the SPA, its bokmål texts and the screen with all it imports, each once', () => {
    const files = filesOfScreens(readManifest(JSON.stringify(chunks)));
    expect([...files.keys()]).toEqual([screen]);
    expect([...(files.get(screen) ?? [])].sort()).toEqual(['cart.js', 'framework.js', 'index.js', 'nb.js', 'sale.js']);
  });

  it('counts the texts that the folder of a screen has of its own, for that screen only', () => {
    const contact = 'src/features/contact/contact.tsx';
    const own: Record<string, Chunk> = {
      ...chunks,
      'index.html': { file: 'index.js', dynamicImports: ['src/locales/nb.po', screen, contact] },
      [contact]: { file: 'contact.js', dynamicImports: ['src/features/contact/locales/nb.po'] },
      'src/features/contact/locales/nb.po': { file: 'contact-nb.js' },
    };
    const files = filesOfScreens(readManifest(JSON.stringify(own)));
    expect([...(files.get(contact) ?? [])].sort()).toEqual(['contact-nb.js', 'contact.js', 'index.js', 'nb.js']);
    expect(files.get(screen)).not.toContain('contact-nb.js');
  });

  it('passes a screen within its budget, and names one that is over it', () => {
    writeBuild((budgetsKb[till] - 2) * 1000);
    expect(overweightScreens(workspace, till)).toEqual([]);
    writeBuild((budgetsKb[till] + 2) * 1000);
    expect(overweightScreens(workspace, till)).toEqual([
      expect.stringMatching(/^canteen-checkout: src\/features\/sale\/sale-screen\.tsx costs 132\.\d kB/),
    ]);
  });

  it('says so when there is no page in the build, rather than pass nothing', () => {
    expect(() => readManifest('{}')).toThrow('has no page');
  });
});
