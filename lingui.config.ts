import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** Features of the portal with texts of their own, which come with their screens: those that have a folder `locales`. */
const apart = globSync('apps/parent-portal/src/features/**/locales', { cwd: import.meta.dirname }).map((folder) =>
  dirname(folder).replaceAll('\\', '/'),
);
/** Folder of the catalogs by the folder whose texts they hold. */
const homes = {
  'libs/web/ui': 'src/locales',
  'apps/parent-portal': 'src/locales',
  'apps/admin-office': 'src/locales',
  'apps/canteen-checkout': 'src/locales',
  ...Object.fromEntries(apart.map((folder) => [folder, 'locales'])),
};

/**
 * One catalog per SPA, one for what they share, and one for each folder apart. Bokmål is written in the code;
 * nynorsk and English are translated.
 */
export default defineConfig({
  sourceLocale: 'nb',
  locales: ['nb', 'nn', 'en'],
  format: formatter({ lineNumbers: false }),
  catalogs: Object.entries(homes)
    .filter(([home]) => (process.env.KK_CATALOG ?? home) === home)
    .map(([home, folder]) => ({
      path: `<rootDir>/${home}/${folder}/{locale}`,
      include: [`<rootDir>/${home}${folder === 'locales' ? '' : '/src'}`],
      exclude: apart.filter((folder) => folder !== home).map((folder) => `<rootDir>/${folder}`),
    })),
});
