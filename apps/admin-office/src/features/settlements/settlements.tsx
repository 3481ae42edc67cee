import { PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { OpenLines } from './open-lines.tsx';
import { SettlementList } from './settlement-list.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

/** What families have paid and what of it is on the client account. */
export function Settlements() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const found = api.query.useQuery('get', '/schools/{schoolId}/clearings', { params: { path: { schoolId } } });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Oppgjør`}>
        <Trans>Det familiene har betalt, og det som har kommet til klientkontoen.</Trans>
      </PageHeader>
      <Link className="ds-link" to="/$schoolId/regnskap" params={{ schoolId }}>
        <Trans>Tilbake til regnskapet</Trans>
      </Link>
      <QueryState query={found}>
        {({ clearings, openLines }) => (
          <>
            <WaitingPanel clearings={clearings} />
            {openLines.length > 0 && <OpenLines lines={openLines} />}
          </>
        )}
      </QueryState>
      <SettlementList />
    </div>
  );
}
