import { addCatalogs } from '@kantinekortet/ui';

// Most children attend, and these texts need not wait on their page.
await addCatalogs({
  nb: () => import('./locales/nb.po'),
  nn: () => import('./locales/nn.po'),
  en: () => import('./locales/en.po'),
});
