import { PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { BankAnswer } from './bank-answer.tsx';
import { PayoutFiles } from './payout-files.tsx';
import { ReadyPanel } from './ready-panel.tsx';
import { ToApprove } from './to-approve.tsx';

/** Money that leaves by the bank: what somebody has to approve, the next file, and what became of those before. */
export function Payouts() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const overview = api.query.useQuery('get', '/schools/{schoolId}/payouts', { params: { path: { schoolId } } });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Utbetalinger`}>
        <Trans>Én lager filen, en annen godkjenner den. Så lastes den opp i nettbanken.</Trans>
      </PageHeader>
      <Link className="ds-link" to="/$schoolId/utbetalinger/sluttet" params={{ schoolId }}>
        <Trans>Penger til dem som har sluttet</Trans>
      </Link>
      <ToApprove />
      <QueryState query={overview}>
        {(found) => (
          <>
            <ReadyPanel overview={found} />
            <PayoutFiles items={found.items} />
            {found.items.length > 0 && <BankAnswer />}
          </>
        )}
      </QueryState>
    </div>
  );
}
