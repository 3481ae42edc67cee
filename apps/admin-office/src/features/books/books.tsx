import { PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { ClientAccount } from './client-account.tsx';
import { ClientMoneyPanel } from './client-money-panel.tsx';
import { ClosingPanel } from './closings/closing-panel.tsx';
import { Exports } from './exports.tsx';
import { IdlePanel } from './idle/idle-panel.tsx';
import { LimitedNetworkPanel } from './limited-network/limited-network-panel.tsx';
import { ProofPanel } from './proof-panel.tsx';
import { SettlementsLink } from './settlements-link.tsx';

/** Whether the books hold, whether the money of customers is there, and what the accountant takes out. */
export function Books() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const books = api.query.useQuery('get', '/schools/{schoolId}/books', { params: { path: { schoolId } } });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Regnskap`}>
        <Trans>Regnskapet kontrolleres hver natt, mot betalingsleverandører og bank.</Trans>
      </PageHeader>
      <QueryState query={books}>
        {({ proof, wholeAt, clientMoney, clientAccount }) => (
          <>
            <ProofPanel proof={proof} wholeAt={wholeAt} />
            <ClientMoneyPanel money={clientMoney} hasAccount={clientAccount !== null} />
            <SettlementsLink />
            <ClosingPanel />
            <LimitedNetworkPanel />
            <IdlePanel />
            <Exports />
            <ClientAccount account={clientAccount} />
          </>
        )}
      </QueryState>
    </div>
  );
}
