import { getRouteApi } from '@tanstack/react-router';
import { ChildScreen } from '../../components/child-screen.tsx';
import { LimitForm } from './limit-form.tsx';

const route = getRouteApi('/signed-in/barn/$pupilId/grense');

export function DailyLimit() {
  const { pupilId } = route.useParams();
  return <ChildScreen pupilId={pupilId}>{(child) => <LimitForm child={child} />}</ChildScreen>;
}
