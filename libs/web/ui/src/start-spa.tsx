import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Catalogs, startLanguage } from './i18n/language.ts';
import { applyColorScheme } from './theme/color-scheme.ts';

interface Spa {
  catalogs: Catalogs;
  queryClient: QueryClient;
  children: ReactNode;
}

/** Draws an SPA into `#root`, in the visitor's language and colours. */
export async function startSpa({ catalogs, queryClient, children }: Spa): Promise<void> {
  applyColorScheme();
  await startLanguage(catalogs);
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </I18nProvider>,
  );
}
