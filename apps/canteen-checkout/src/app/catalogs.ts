import type { Catalogs } from '@kantinekortet/ui';

/** The SPA's texts, loaded one language at a time. */
export const catalogs: Catalogs = {
  nb: () => import('../locales/nb.po'),
  nn: () => import('../locales/nn.po'),
  en: () => import('../locales/en.po'),
};
