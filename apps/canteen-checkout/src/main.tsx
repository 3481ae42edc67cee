import '@kantinekortet/ui/styles.css';
import '@kantinekortet/ui/behaviours';
import { createQueryClient } from '@kantinekortet/api-client';
import { startSpa } from '@kantinekortet/ui';
import { catalogs } from './app/catalogs.ts';
import { Layout } from './app/layout.tsx';
import { registerQuery } from './app/register.ts';

const queryClient = createQueryClient(() => queryClient.setQueryData(registerQuery.queryKey, null));

await startSpa({ catalogs, queryClient, children: <Layout /> });
