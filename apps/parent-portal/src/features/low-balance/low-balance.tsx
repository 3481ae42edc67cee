import './texts.ts';
import { QueryState } from '@kantinekortet/ui';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { ChildScreen } from '../../components/child-screen.tsx';
import type { Child } from '../../components/children.ts';
import { LowBalanceForm } from './low-balance-form.tsx';

const route = getRouteApi('/signed-in/barn/$pupilId/lav-saldo');

/** When the guardian wants a mail about a child's balance. */
export function LowBalance() {
  const { pupilId } = route.useParams();
  return <ChildScreen pupilId={pupilId}>{(child) => <OfChild child={child} />}</ChildScreen>;
}

function OfChild({ child }: { child: Child }) {
  const { pupilId } = child;
  const alert = api.query.useQuery('get', '/pupils/{pupilId}/low-balance-alert', { params: { path: { pupilId } } });
  return (
    <QueryState query={alert}>{({ belowOre }) => <LowBalanceForm child={child} belowOre={belowOre} />}</QueryState>
  );
}
