import { readSearch, routerDefaults } from '@kantinekortet/ui';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Layout } from './layout.tsx';
import { sessionQuery } from './session.ts';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Layout });
const underRoot = { getParentRoute: () => rootRoute };

/** Screens for guardians who are signed in; others are sent to sign in and come back to where they were going. */
const signedIn = createRoute({
  ...underRoot,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.query({ ...sessionQuery, staleTime: 'static' });
    // The link in the school's letter is most people's first: they have no profile yet.
    const to = location.pathname === '/kort' && location.searchStr !== '' ? '/ny-profil' : '/logg-inn';
    if (!session) redirect({ to, search: { til: location.href }, throw: true });
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
    path: '/ny-profil',
    validateSearch: readSearch('til'),
    component: lazyRouteComponent(() => import('../features/sign-up/sign-up.tsx'), 'SignUp'),
  }),
  createRoute({
    ...underRoot,
    path: '/bekreft',
    validateSearch: readSearch('token'),
    component: lazyRouteComponent(() => import('../features/sign-up/verify-email.tsx'), 'VerifyEmail'),
  }),
  createRoute({
    ...underRoot,
    path: '/logg-inn',
    validateSearch: readSearch('til'),
    component: lazyRouteComponent(() => import('../features/sign-in/sign-in.tsx'), 'SignIn'),
  }),
  createRoute({
    ...underRoot,
    path: '/glemt-passord',
    component: lazyRouteComponent(() => import('../features/password/forgotten-password.tsx'), 'ForgottenPassword'),
  }),
  createRoute({
    ...underRoot,
    path: '/nytt-passord',
    validateSearch: readSearch('token'),
    component: lazyRouteComponent(() => import('../features/password/new-password.tsx'), 'NewPassword'),
  }),
  createRoute({
    ...underRoot,
    path: '/epost',
    validateSearch: readSearch('token'),
    component: lazyRouteComponent(() => import('../features/profile/confirm-email-change.tsx'), 'ConfirmEmailChange'),
  }),
  createRoute({
    ...underRoot,
    path: '/kontakt',
    validateSearch: readSearch('emne', 'elev'),
    component: lazyRouteComponent(() => import('../features/contact/contact.tsx'), 'Contact'),
  }),
  createRoute({
    ...underRoot,
    path: '/henvendelse',
    validateSearch: readSearch('sak'),
    component: lazyRouteComponent(() => import('../features/contact/thread-by-link.tsx'), 'ThreadByLink'),
  }),
  createRoute({
    ...underRoot,
    path: '/invitasjon',
    validateSearch: readSearch('token'),
    component: lazyRouteComponent(() => import('../features/guardians/invitation.tsx'), 'Invitation'),
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
  createRoute({
    ...underSignedIn,
    path: '/kort',
    validateSearch: readSearch('n', 'k'),
    component: lazyRouteComponent(() => import('../features/register-card/register-card.tsx'), 'RegisterCard'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/barn/$pupilId/fyll-paa',
    validateSearch: readSearch('belop'),
    component: lazyRouteComponent(() => import('../features/top-up/top-up.tsx'), 'TopUp'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/barn/$pupilId/lav-saldo',
    component: lazyRouteComponent(() => import('../features/low-balance/low-balance.tsx'), 'LowBalance'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/fyll-paa/$topUpId',
    validateSearch: readSearch('avbrutt'),
    component: lazyRouteComponent(() => import('../features/top-up/top-up-result.tsx'), 'TopUpResult'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/faa-tilbake/$walletId',
    component: lazyRouteComponent(() => import('../features/refund/ask-refund.tsx'), 'AskRefund'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/refusjoner/$refundId',
    component: lazyRouteComponent(() => import('../features/refund/refund.tsx'), 'Refund'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/fyll-paa/$topUpId/godkjenn',
    component: lazyRouteComponent(() => import('../features/auto-top-up/approve-top-up.tsx'), 'ApproveTopUp'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/barn/$pupilId/automatisk',
    validateSearch: readSearch('bankkort'),
    component: lazyRouteComponent(() => import('../features/auto-top-up/auto-top-up.tsx'), 'AutoTopUp'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/barn/$pupilId/kjop',
    component: lazyRouteComponent(() => import('../features/transactions/transactions.tsx'), 'Transactions'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/barn/$pupilId/kjop/$saleId',
    component: lazyRouteComponent(() => import('../features/transactions/receipt.tsx'), 'Receipt'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/barn/$pupilId/grense',
    component: lazyRouteComponent(() => import('../features/daily-limit/daily-limit.tsx'), 'DailyLimit'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/henvendelser',
    component: lazyRouteComponent(() => import('../features/contact/own-cases.tsx'), 'OwnCases'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/henvendelser/$caseId',
    component: lazyRouteComponent(() => import('../features/contact/own-case.tsx'), 'OwnCase'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/barn/$pupilId/foresatte',
    component: lazyRouteComponent(() => import('../features/guardians/guardians.tsx'), 'Guardians'),
  }),
  createRoute({
    ...underSignedIn,
    path: '/profil',
    component: lazyRouteComponent(() => import('../features/profile/profile.tsx'), 'Profile'),
  }),
];

const routeTree = rootRoute.addChildren([landing, ...publicRoutes, signedIn.addChildren(guardianRoutes)]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({ ...routerDefaults, routeTree, context: { queryClient } });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
