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
import { SchoolRooms } from './school-rooms.tsx';
import { schoolsOf } from './school.ts';
import { sessionQuery } from './session.ts';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Layout });
const underRoot = { getParentRoute: () => rootRoute };

const home = createRoute({
  ...underRoot,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.query({ ...sessionQuery, staleTime: 'static' });
    const [school] = session ? schoolsOf(session) : [];
    if (school) redirect({ to: '/$schoolId', params: { schoolId: school.id }, throw: true });
    redirect({ to: '/logg-inn', throw: true });
  },
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
    path: '/glemt-passord',
    component: lazyRouteComponent(() => import('../features/sign-in/forgotten-password.tsx'), 'ForgottenPassword'),
  }),
  createRoute({
    ...underRoot,
    path: '/nytt-passord',
    validateSearch: readSearch('token'),
    component: lazyRouteComponent(() => import('../features/sign-in/new-password.tsx'), 'NewPassword'),
  }),
  createRoute({
    ...underRoot,
    path: '/invitasjon',
    validateSearch: readSearch('token'),
    component: lazyRouteComponent(() => import('../features/sign-in/invitation.tsx'), 'Invitation'),
  }),
  createRoute({
    ...underRoot,
    path: '/tilgjengelighet',
    component: lazyRouteComponent(() => import('./accessibility.tsx'), 'Accessibility'),
  }),
];

/** Everything of one school, for the people who work there. */
const school = createRoute({
  ...underRoot,
  path: '/$schoolId',
  beforeLoad: async ({ context, location, params }) => {
    const session = await context.queryClient.query({ ...sessionQuery, staleTime: 'static' });
    if (!session) redirect({ to: '/logg-inn', search: { til: location.href }, throw: true });
    const isMine = session?.roles.some(({ schoolId }) => schoolId === params.schoolId);
    if (!isMine) redirect({ to: '/', throw: true });
  },
  component: SchoolRooms,
});
const underSchool = { getParentRoute: () => school };

const schoolRoutes = [
  createRoute({
    ...underSchool,
    path: '/',
    component: lazyRouteComponent(() => import('../features/overview/overview.tsx'), 'Overview'),
  }),
  createRoute({
    ...underSchool,
    path: '/elever',
    validateSearch: readSearch('sok', 'klasse', 'status'),
    component: lazyRouteComponent(() => import('../features/pupils/pupils.tsx'), 'Pupils'),
  }),
  createRoute({
    ...underSchool,
    path: '/elever/$pupilId',
    validateSearch: readSearch('vis'),
    component: lazyRouteComponent(() => import('../features/pupils/pupil.tsx'), 'Pupil'),
  }),
  createRoute({
    ...underSchool,
    path: '/henvendelser',
    validateSearch: readSearch('vis', 'sok', 'sak'),
    component: lazyRouteComponent(() => import('../features/inbox/inbox.tsx'), 'Inbox'),
  }),
  createRoute({
    ...underSchool,
    path: '/oppgaver',
    validateSearch: readSearch('vis'),
    component: lazyRouteComponent(() => import('../features/tasks/tasks.tsx'), 'Tasks'),
  }),
  createRoute({
    ...underSchool,
    path: '/elevliste',
    component: lazyRouteComponent(() => import('../features/roster/roster.tsx'), 'Roster'),
  }),
  createRoute({
    ...underSchool,
    path: '/skoleaar',
    component: lazyRouteComponent(() => import('../features/school-year/school-year.tsx'), 'SchoolYear'),
  }),
  createRoute({
    ...underSchool,
    path: '/kort',
    component: lazyRouteComponent(() => import('../features/cards/cards.tsx'), 'Cards'),
  }),
  createRoute({
    ...underSchool,
    path: '/varer',
    component: lazyRouteComponent(() => import('../features/products/products.tsx'), 'Products'),
  }),
  createRoute({
    ...underSchool,
    path: '/kasser',
    component: lazyRouteComponent(() => import('../features/tills/tills.tsx'), 'Tills'),
  }),
  createRoute({
    ...underSchool,
    path: '/bankterminal',
    validateSearch: readSearch('dag'),
    component: lazyRouteComponent(() => import('../features/terminal-days/terminal-days.tsx'), 'TerminalDays'),
  }),
  createRoute({
    ...underSchool,
    path: '/regnskap',
    component: lazyRouteComponent(() => import('../features/books/books.tsx'), 'Books'),
  }),
  createRoute({
    ...underSchool,
    path: '/regnskap/penger-i-ro',
    component: lazyRouteComponent(() => import('../features/books/idle/idle-balances.tsx'), 'IdleBalances'),
  }),
  createRoute({
    ...underSchool,
    path: '/regnskap/oppgjor',
    component: lazyRouteComponent(() => import('../features/settlements/settlements.tsx'), 'Settlements'),
  }),
  createRoute({
    ...underSchool,
    path: '/regnskap/oppgjor/$settlementId',
    component: lazyRouteComponent(() => import('../features/settlements/settlement.tsx'), 'Settlement'),
  }),
  createRoute({
    ...underSchool,
    path: '/utbetalinger',
    component: lazyRouteComponent(() => import('../features/payouts/payouts.tsx'), 'Payouts'),
  }),
  createRoute({
    ...underSchool,
    path: '/utbetalinger/$payoutId',
    component: lazyRouteComponent(() => import('../features/payouts/payout.tsx'), 'Payout'),
  }),
  createRoute({
    ...underSchool,
    path: '/utbetalinger/sluttet',
    component: lazyRouteComponent(() => import('../features/leavers/leavers.tsx'), 'Leavers'),
  }),
  createRoute({
    ...underSchool,
    path: '/klar',
    validateSearch: readSearch('mangler', 'klasse'),
    component: lazyRouteComponent(() => import('../features/readiness/cash-free.tsx'), 'CashFree'),
  }),
  createRoute({
    ...underSchool,
    path: '/ansattkort',
    component: lazyRouteComponent(() => import('../features/staff-cards/staff-cards.tsx'), 'StaffCards'),
  }),
  createRoute({
    ...underSchool,
    path: '/ansatte',
    component: lazyRouteComponent(() => import('../features/staff/staff.tsx'), 'Staff'),
  }),
  createRoute({
    ...underSchool,
    path: '/innstillinger',
    component: lazyRouteComponent(() => import('../features/settings/settings.tsx'), 'Settings'),
  }),
];

const routeTree = rootRoute.addChildren([home, ...publicRoutes, school.addChildren(schoolRoutes)]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({ ...routerDefaults, routeTree, context: { queryClient } });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
