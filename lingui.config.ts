import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

const contact = 'apps/parent-portal/src/features/contact';

/** Folder of the catalogs by the folder whose texts they hold. */
const homes = {
  'libs/web/ui': 'src/locales',
  'apps/parent-portal': 'src/locales',
  'apps/admin-office': 'src/locales',
  'apps/canteen-checkout': 'src/locales',
  [contact]: 'locales',
};

/**
 * One catalog per SPA, one for what they share, and one for Kontakt, which few visit: its texts come with it. Bokmål is
 * written in the code; nynorsk and English are translated.
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
      exclude: home === contact ? [] : [`<rootDir>/${contact}`],
    })),
});
