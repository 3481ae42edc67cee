import { getRouteApi } from '@tanstack/react-router';
import { ChildScreen } from '../../components/child-screen.tsx';
import { TopUpForm } from './top-up-form.tsx';

const route = getRouteApi('/signed-in/barn/$pupilId/fyll-paa');

export function TopUp() {
  const { pupilId } = route.useParams();
  return <ChildScreen pupilId={pupilId}>{(child) => <TopUpForm child={child} />}</ChildScreen>;
}
