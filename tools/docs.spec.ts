import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const workspace = join(import.meta.dirname, '..');
const files = globSync('{*.{md,mjs,ts},{apps,docs,libs,tools}/**/*.{css,md,mjs,sql,ts,tsx}}', {
  cwd: workspace,
  exclude: (path) => /(?:^|\/)(?:dist|node_modules)$/.test(path),
});
const names = new Set(files.map((file) => basename(file)));
const read = (file: string): string => readFileSync(join(workspace, file), 'utf8');

const withoutCode = (page: string): string => page.replaceAll(/^```[\s\S]*?^```$/gm, '');
const codeWords = (page: string): string[] =>
  [...withoutCode(page).matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word);

describe('the pages of documentation', () => {
  it.each(files.filter((file) => file.endsWith('.md')))('%s links to what exists', (page) => {
    const targets = [...withoutCode(read(page)).matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(workspace, dirname(page), target)))).toEqual([]);
  });

  describe('docs/architecture.md', () => {
    const map = read('docs/architecture.md');

    it('names files and folders that exist', () => {
      const isFile = (word: string): boolean => /^[\w./-]+\.(?:tsx?|mjs|sql|md|css)$/.test(word);
      const isFolder = (word: string): boolean => /^(?:apps|libs|tools|docs)\/[\w./-]+$/.test(word) && !isFile(word);
      const words = codeWords(map);
      const missingFiles = words
        .filter(isFile)
        .filter((word) => (word.includes('/') ? !files.some((file) => file.endsWith(word)) : !names.has(word)));
      const missingFolders = words.filter(isFolder).filter((word) => !existsSync(join(workspace, word)));
      expect([...missingFiles, ...missingFolders]).toEqual([]);
    });

    it('names functions, classes and methods that the code has', () => {
      const source = files
        .filter((file) => /^(?:apps|libs|tools)\/.*\.(?:tsx?|sql)$/.test(file))
        .map(read)
        .join('\n');
      const known = new Set(source.match(/\w+/g));
      const identifiers = codeWords(map).filter(
        (word) => /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?$/.test(word) && !names.has(word),
      );
      expect(identifiers.flatMap((word) => word.split('.')).filter((word) => !known.has(word))).toEqual([]);
    });
  });
});
