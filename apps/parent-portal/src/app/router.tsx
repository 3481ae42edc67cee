import { Loading } from '@kantinekortet/ui';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { LoadFailed, NotFound } from './fallbacks.tsx';
import { Layout } from './layout.tsx';
import { plainSearch, readSearch } from './search.ts';
import { sessionQuery } from './session.ts';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Layout });
const underRoot = { getParentRoute: () => rootRoute };

/** Screens for guardians who are signed in; others are sent to sign in and come back to where they were going. */
const signedIn = createRoute({
  ...underRoot,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.query({ ...sessionQuery, staleTime: 'static' });
    if (!session) redirect({ to: '/logg-inn', search: { til: location.href }, throw: true });
  },
});
const underSignedIn = { getParentRoute: () => signedIn };

const landing = createRoute({
  ...underRoot,
  path: '/',
  component: lazyRouteComponent(() => import('../features/landing/landing.tsx'), 'Landing'),
});

const publicRoutes = [
  createRoute({
    ...underRoot,
    path: '/logg-inn',
    validateSearch: readSearch('til'),
    component: lazyRouteComponent(() => import('../features/sign-in/sign-in.tsx'), 'SignIn'),
  }),
  createRoute({
    ...underRoot,
    path: '/tilgjengelighet',
    component: lazyRouteComponent(() => import('../features/landing/accessibility.tsx'), 'Accessibility'),
  }),
];

const guardianRoutes = [
  createRoute({
    ...underSignedIn,
    path: '/barn',
    validateSearch: readSearch('elev'),
    component: lazyRouteComponent(() => import('../features/children/overview.tsx'), 'Overview'),
  }),
];

const routeTree = rootRoute.addChildren([landing, ...publicRoutes, signedIn.addChildren(guardianRoutes)]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    ...plainSearch,
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
