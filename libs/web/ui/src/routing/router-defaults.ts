import { Loading } from '../feedback/loading.tsx';
import { NotFound } from '../feedback/not-found.tsx';
import { LoadFailed } from './load-failed.tsx';
import { plainSearch } from './search.ts';

/** How every router of ours behaves; an SPA adds its routes. */
export const routerDefaults = {
  ...plainSearch,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: LoadFailed,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
} as const;
