import { Paragraph } from '@digdir/designsystemet-react';
import { DateTime, Money, PageHeader, QueryState, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { SettlementLines } from './settlement-lines.tsx';
import type { Settlement as Found } from './settlement-types.ts';
import styles from './settlements.module.css';
import { useSettlementWords } from './use-settlement-words.ts';

const route = getRouteApi('/$schoolId/regnskap/oppgjor/$settlementId');

/** One settlement: what came, from where, and each of its lines. */
export function Settlement() {
  const schoolId = useSchoolId();
  const { settlementId: id } = route.useParams();
  const settlement = api.query.useQuery('get', '/schools/{schoolId}/settlements/{id}', {
    params: { path: { schoolId, id } },
  });
  return <QueryState query={settlement}>{(found) => <About settlement={found} />}</QueryState>;
}

function About({ settlement }: { settlement: Found }) {
  const { t } = useLingui();
  const format = useFormat();
  const schoolId = useSchoolId();
  const { methodName } = useSettlementWords();
  const { method, receivedOn, reference, number, grossOre, costOre, netOre, note, recordedBy, recordedAt } = settlement;
  const day = format.date(receivedOn);
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Oppgjør ${day}`}>{methodName(method)}</PageHeader>
      <Link className="ds-link" to="/$schoolId/regnskap/oppgjor" params={{ schoolId }}>
        <Trans>Alle oppgjør</Trans>
      </Link>
      <section className="kk-panel kk-stack" data-gap="3" aria-label={t`Om oppgjøret`}>
        <Paragraph>
          <Trans>
            <Money ore={netOre} /> kom til klientkontoen: <Money ore={grossOre} /> uten <Money ore={costOre} /> i
            kostnad.
          </Trans>
        </Paragraph>
        {number > 1 && (
          <Paragraph>
            <Trans>Linjer som først ble kjent etter at oppgjøret var ført.</Trans>
          </Paragraph>
        )}
        {note !== null && <Paragraph>{note}</Paragraph>}
        <div className={`kk-subtle ${styles.reference ?? ''}`}>
          <div>
            <Trans>Referanse: {reference}</Trans>
          </div>
          {recordedBy === null ? (
            <Trans>
              Hentet <DateTime iso={recordedAt} />.
            </Trans>
          ) : (
            <Trans>
              Ført <DateTime iso={recordedAt} /> av {recordedBy}.
            </Trans>
          )}
        </div>
      </section>
      {settlement.source === 'report' && <SettlementLines settlement={settlement} />}
    </div>
  );
}
