import { Loading } from '@kantinekortet/ui';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { LoadFailed, NotFound } from './fallbacks.tsx';
import { Layout } from './layout.tsx';
import { Till } from './till.tsx';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Layout });
const underRoot = { getParentRoute: () => rootRoute };

const routeTree = rootRoute.addChildren([
  createRoute({ ...underRoot, path: '/', component: Till }),
  createRoute({
    ...underRoot,
    path: '/dagens-salg',
    component: lazyRouteComponent(() => import('../features/todays-sales/todays-sales.tsx'), 'TodaysSales'),
  }),
  createRoute({
    ...underRoot,
    path: '/tilgjengelighet',
    component: lazyRouteComponent(() => import('./accessibility.tsx'), 'Accessibility'),
  }),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: LoadFailed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
