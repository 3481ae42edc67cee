import './texts.ts';
import { QueryState } from '@kantinekortet/ui';
import { getRouteApi } from '@tanstack/react-router';
import { ChildScreen } from '../../components/child-screen.tsx';
import type { Child } from '../../components/children.ts';
import { useLimits } from '../../components/limits.ts';
import { LimitForm } from './limit-form.tsx';

const route = getRouteApi('/signed-in/barn/$pupilId/grense');

export function DailyLimit() {
  const { pupilId } = route.useParams();
  return <ChildScreen pupilId={pupilId}>{(child) => <ChildLimit child={child} />}</ChildScreen>;
}

function ChildLimit({ child }: { child: Child }) {
  const limits = useLimits(child.pupilId);
  return (
    <QueryState query={limits}>
      {({ dailyLimitOre }) => <LimitForm child={child} dailyLimitOre={dailyLimitOre} />}
    </QueryState>
  );
}
