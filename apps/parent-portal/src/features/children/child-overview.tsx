import { Loading } from '@kantinekortet/ui';
import { lazy, Suspense } from 'react';
import type { Child } from '../../components/children.ts';
import { BalancePanel } from './balance-panel.tsx';
import { CardPanel } from './card-panel.tsx';
import { ClaimsPanel } from './claims-panel.tsx';
import { GuardiansLink } from './guardians-link.tsx';
import { LimitPanel } from './limit-panel.tsx';
import { MoneyPanel } from './money-panel.tsx';
import { RecentPurchases } from './recent-purchases.tsx';
import { WeekBars } from './week-bars.tsx';

const EndedPanel = lazy(async () => ({ default: (await import('./ended/ended-panel.tsx')).EndedPanel }));

/** One child: the money first, then the card, then what it was used for. */
export function ChildOverview({ child }: { child: Child }) {
  return (
    <div className="kk-stack" data-gap="5">
      <BalancePanel child={child} />
      <ClaimsPanel child={child} />
      {child.status === 'left' ? (
        <Suspense fallback={<Loading rows={2} />}>
          <EndedPanel child={child} />
        </Suspense>
      ) : (
        <CardPanel child={child} />
      )}
      <MoneyPanel child={child} />
      <RecentPurchases child={child} />
      <WeekBars child={child} />
      {child.status === 'enrolled' && <LimitPanel child={child} />}
      <GuardiansLink child={child} />
    </div>
  );
}
