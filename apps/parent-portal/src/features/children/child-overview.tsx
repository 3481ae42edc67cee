import type { Child } from '../../components/children.ts';
import { BalancePanel } from './balance-panel.tsx';
import { CardPanel } from './card-panel.tsx';
import { ClaimsPanel } from './claims-panel.tsx';
import { LimitPanel } from './limit-panel.tsx';
import { RecentPurchases } from './recent-purchases.tsx';
import { WeekBars } from './week-bars.tsx';

/** One child: the money first, then the card, then what it was used for. */
export function ChildOverview({ child }: { child: Child }) {
  return (
    <div className="kk-stack" data-gap="5">
      <BalancePanel child={child} />
      <ClaimsPanel child={child} />
      <CardPanel child={child} />
      <RecentPurchases child={child} />
      <WeekBars child={child} />
      <LimitPanel child={child} />
    </div>
  );
}
