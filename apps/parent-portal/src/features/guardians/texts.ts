import { addCatalogs } from '@kantinekortet/ui';

// Few come here, so these texts are not in the first load of every other screen.
await addCatalogs({
  nb: () => import('./locales/nb.po'),
  nn: () => import('./locales/nn.po'),
  en: () => import('./locales/en.po'),
});
