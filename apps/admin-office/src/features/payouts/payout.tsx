import { Paragraph } from '@digdir/designsystemet-react';
import { DateTime, Money, PageHeader, QueryState } from '@kantinekortet/ui';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { PayoutLines } from './payout-lines.tsx';
import { PayoutRecords } from './payout-records.tsx';
import { PayoutSteps } from './payout-steps.tsx';
import type { Payout as Found } from './payout-types.ts';
import { usePayoutWords } from './use-payout-words.ts';

const route = getRouteApi('/$schoolId/utbetalinger/$payoutId');

/** One payment file: where it stands, what can be done with it, and each of its lines. */
export function Payout() {
  const schoolId = useSchoolId();
  const { payoutId: id } = route.useParams();
  const payout = api.query.useQuery('get', '/schools/{schoolId}/payouts/{id}', { params: { path: { schoolId, id } } });
  return <QueryState query={payout}>{(found) => <File payout={found} />}</QueryState>;
}

function File({ payout }: { payout: Found }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const { statuses } = usePayoutWords();
  const { number, messageId, lineCount, totalOre, preparedBy, preparedAt, approvedBy, approvedAt, sentAt } = payout;
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Utbetalingsfil ${number}`}>{statuses[payout.status]}</PageHeader>
      <Link className="ds-link" to="/$schoolId/utbetalinger" params={{ schoolId }}>
        <Trans>Alle utbetalinger</Trans>
      </Link>
      <section className="kk-panel kk-stack" data-gap="3" aria-label={t`Om filen`}>
        <Paragraph>
          <Plural value={lineCount} one="# linje" other="# linjer" />, <Money ore={totalOre} />
        </Paragraph>
        <div className="kk-subtle">
          <Trans>
            Laget <DateTime iso={preparedAt} /> av {preparedBy}.
          </Trans>{' '}
          {approvedAt !== null && (
            <Trans>
              Godkjent <DateTime iso={approvedAt} /> av {approvedBy}.
            </Trans>
          )}{' '}
          {sentAt !== null && (
            <Trans>
              Lastet ned <DateTime iso={sentAt} />.
            </Trans>
          )}
          <div>
            <Trans>Filens ID i banken: {messageId}</Trans>
          </div>
        </div>
        <PayoutSteps payout={payout} />
      </section>
      <PayoutLines payout={payout} />
      {sentAt !== null && <PayoutRecords payout={payout} />}
    </div>
  );
}
