import { createQueryClient } from '@kantinekortet/api-client';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { registerQuery } from './register.ts';
import { createAppRouter } from './router.tsx';

const queryClient = createQueryClient(() => queryClient.setQueryData(registerQuery.queryKey, null));
const router = createAppRouter(queryClient);

export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}
