import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts that lack a nynorsk or English translation, each as `catalog: text`. Bokmål is the source. */
export function missingTranslations(workspace: string): string[] {
  return globSync('{apps,libs/web}/*/src/**/locales/{nn,en}.po', { cwd: workspace }).flatMap((path) =>
    untranslated(readFileSync(join(workspace, path), 'utf8')).map((text) => `${path}: ${text}`),
  );
}

/** The ids of a PO catalog whose translation is empty. The header has an empty id and does not count. */
export function untranslated(catalog: string): string[] {
  return catalog
    .split(/\n{2,}/)
    .map((entry) => ({ id: textOf(entry, 'msgid'), translation: textOf(entry, 'msgstr') }))
    .filter(({ id, translation }) => id !== '' && translation === '')
    .map(({ id }) => id);
}

/** A field of an entry; a long one goes on over quoted lines. */
function textOf(entry: string, field: 'msgid' | 'msgstr'): string {
  const [, first = '', more = ''] = new RegExp(`^${field} "(.*)"((?:\\n".*")*)$`, 'm').exec(entry) ?? [];
  return first + more.replaceAll(/\n"(.*)"/g, '$1');
}
