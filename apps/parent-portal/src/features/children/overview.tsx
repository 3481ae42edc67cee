import { QueryState } from '@kantinekortet/ui';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useChildren } from '../../components/children.ts';
import { Approvals } from './approvals.tsx';
import { ChildOverview } from './child-overview.tsx';
import { ChildSwitcher } from './child-switcher.tsx';
import { NoChildren } from './no-children.tsx';
import { OverviewLoading } from './overview-loading.tsx';
import { PendingChildren } from './pending-children.tsx';

// Few have any, and nobody waits for it.
const FormerWallets = lazy(async () => ({ default: (await import('./former/former-wallets.tsx')).FormerWallets }));

const route = getRouteApi('/signed-in/barn');

/** The guardian's first screen: the children, and everything about the chosen one. */
export function Overview() {
  const { elev } = route.useSearch();
  const query = useChildren();
  return (
    <div className="kk-stack" data-gap="5">
      <Approvals />
      <QueryState query={query} loading={<OverviewLoading />} isScreen>
        {({ items, pending }) => {
          const child = items.find((one) => one.pupilId === elev) ?? items[0];
          return (
            <>
              {child ? (
                <>
                  <ChildSwitcher items={items} chosen={child} />
                  <ChildOverview key={child.pupilId} child={child} />
                </>
              ) : (
                <NoChildren isWaiting={pending.length > 0} />
              )}
              <PendingChildren pending={pending} />
              <Suspense>
                <FormerWallets />
              </Suspense>
            </>
          );
        }}
      </QueryState>
    </div>
  );
}
