import '@kantinekortet/ui/styles.css';
import '@kantinekortet/ui/behaviours';
import { createQueryClient } from '@kantinekortet/api-client';
import { startSpa } from '@kantinekortet/ui';
import { RouterProvider } from '@tanstack/react-router';
import { catalogs } from './app/catalogs.ts';
import { createAppRouter } from './app/router.tsx';
import { sessionQuery } from './app/session.ts';

const queryClient = createQueryClient(() => {
  queryClient.setQueryData(sessionQuery.queryKey, null);
  void router.invalidate();
});
const router = createAppRouter(queryClient);

await startSpa({ catalogs, queryClient, children: <RouterProvider router={router} /> });
