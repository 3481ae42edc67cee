import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The JavaScript that a screen may cost a visitor whose browser has nothing yet, in kB (1000 bytes) after gzip. */
export const budgetsKb = { 'canteen-checkout': 130, 'parent-portal': 150, 'admin-office': 220 } as const;

/** What a module of an SPA's build brings with it, as Vite's manifest tells it by source file. */
export interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

export type Manifest = ReadonlyMap<string, Chunk>;

/**
 * The files that the first picture of each lazily loaded screen waits for, by the screen's source file: the SPA itself,
 * its bokmål texts, the screen and the texts that its folder has of its own. Menus and dialogs come to life a moment later (late-behaviours.ts), and are not in it.
 */
export function filesOfScreens(manifest: Manifest): Map<string, Set<string>> {
  const sources = [...manifest.keys()];
  const always = sources.filter((source) => source === 'index.html' || /(?:^|\/)src\/locales\/nb\.po$/.test(source));
  const lazy = new Set([...manifest.values()].flatMap(({ dynamicImports = [] }) => dynamicImports));
  const screens = [...lazy].filter((source) => source.startsWith('src/') && source.endsWith('.tsx'));
  const textsOf = (screen: string) => screen.replace(/[^/]+$/, 'locales/nb.po');
  return new Map(screens.map((screen) => [screen, filesBehind(manifest, [...always, screen, textsOf(screen)])]));
}

/** The screens of a built SPA that are over its budget, as a sentence each. */
export function overweightScreens(workspace: string, app: keyof typeof budgetsKb): string[] {
  const dist = join(workspace, 'apps', app, 'dist');
  const budgetKb = budgetsKb[app];
  const manifest = readManifest(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  return [...filesOfScreens(manifest)].flatMap(([screen, files]) => {
    const scripts = [...files].filter((file) => file.endsWith('.js'));
    const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
    const kb = bytes / 1000;
    return kb > budgetKb
      ? [`${app}: ${screen} costs ${kb.toFixed(1)} kB of JavaScript, more than ${budgetKb} kB.`]
      : [];
  });
}

/** Reads Vite's manifest. Throws when it is not one. */
export function readManifest(json: string): Manifest {
  const document: unknown = JSON.parse(json);
  if (typeof document !== 'object' || document === null) throw new Error('The manifest of the build is no object.');
  const chunks = Object.entries(document).filter((entry): entry is [string, Chunk] => isChunk(entry[1]));
  if (!chunks.some(([source]) => source === 'index.html')) throw new Error('The manifest of the build has no page.');
  return new Map(chunks);
}

function isChunk(value: unknown): value is Chunk {
  return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string';
}

function filesBehind(manifest: Manifest, sources: readonly string[], found = new Set<string>()): Set<string> {
  for (const source of sources) {
    const chunk = manifest.get(source);
    if (chunk === undefined || found.has(chunk.file)) continue;
    found.add(chunk.file);
    filesBehind(manifest, chunk.imports ?? [], found);
  }
  return found;
}
