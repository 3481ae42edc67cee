import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

const homes = ['libs/web/ui', 'apps/parent-portal', 'apps/admin-office', 'apps/canteen-checkout'];

/** One catalog per SPA and one for what they share. Bokmål is written in the code; nynorsk and English are translated. */
export default defineConfig({
  sourceLocale: 'nb',
  locales: ['nb', 'nn', 'en'],
  format: formatter({ lineNumbers: false }),
  catalogs: homes
    .filter((home) => (process.env.KK_CATALOG ?? home) === home)
    .map((home) => ({ path: `<rootDir>/${home}/src/locales/{locale}`, include: [`<rootDir>/${home}/src`] })),
});
