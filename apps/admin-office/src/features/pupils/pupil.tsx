import { Heading, Link as TextLink } from '@digdir/designsystemet-react';
import { DateTime, Money, PageHeader, QueryState, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { ArrowLeftIcon } from '@navikt/aksel-icons';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { useIsOffice } from '../../app/use-is-office.ts';
import { Enrolment } from './enrolment.tsx';
import { Guardians } from './guardians.tsx';
import { OfficeMoney } from './money/office-money.tsx';
import { Statement } from './money/statement.tsx';
import { PupilCard } from '../../components/cards/pupil-card.tsx';
import { Replacements } from './replacements.tsx';
import type { PupilDetails } from '../../components/cards/pupil-details.ts';
import styles from './pupils.module.css';
import { Timeline } from './timeline/timeline.tsx';

const route = getRouteApi('/$schoolId/elever/$pupilId');

/** One pupil: who, the card and its actions, the guardians, and everything that happened. */
export function Pupil() {
  const { t } = useLingui();
  const format = useFormat();
  const schoolId = useSchoolId();
  const isOffice = useIsOffice();
  const { pupilId } = route.useParams();
  const { vis } = route.useSearch();
  const navigate = useNavigate({ from: '/$schoolId/elever/$pupilId' });
  const pupil = api.query.useQuery('get', '/schools/{schoolId}/pupils/{pupilId}', {
    params: { path: { schoolId, pupilId } },
  });
  return (
    <QueryState query={pupil} isScreen>
      {(details) => (
        <div className="kk-stack" data-gap="5">
          <PageHeader
            title={details.name}
            actions={<Enrolment details={details} />}
            above={
              <TextLink asChild>
                <Link to="/$schoolId/elever" params={{ schoolId }}>
                  <ArrowLeftIcon aria-hidden />
                  <Trans>Elever</Trans>
                </Link>
              </TextLink>
            }
          >
            {[
              details.className,
              details.status === 'left' ? t`Har sluttet` : null,
              details.lastDay === null ? null : t`Siste skoledag ${format.date(details.lastDay)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </PageHeader>
          <div className={styles.page}>
            <div className="kk-stack" data-gap="5">
              <Wallet details={details} />
              <PupilCard details={details} />
              {isOffice ? <OfficeMoney details={details} /> : <Statement details={details} />}
              <Replacements pupilId={details.pupilId} />
              {details.kind === 'pupil' && <Guardians pupilId={details.pupilId} />}
            </div>
            <Timeline
              pupilId={pupilId}
              shown={vis}
              onShow={(shown) => void navigate({ search: shown === undefined ? {} : { vis: shown }, replace: true })}
            />
          </div>
        </div>
      )}
    </QueryState>
  );
}

function Wallet({ details }: { details: PupilDetails }) {
  const { wallet, birthDate, externalId } = details;
  return (
    <section className="kk-panel kk-stack" data-gap="3" aria-labelledby="saldo">
      <Heading level={2} data-size="2xs" id="saldo">
        <Trans>Saldo</Trans>
      </Heading>
      <Money ore={wallet.availableOre} className={styles.balance ?? ''} />
      <dl className={styles.facts}>
        {wallet.heldOre > 0 && (
          <>
            <dt>
              <Trans>Reservert</Trans>
            </dt>
            <dd>
              <Money ore={wallet.heldOre} />
            </dd>
          </>
        )}
        {wallet.claimedOre > 0 && (
          <>
            <dt>
              <Trans>Skyldig</Trans>
            </dt>
            <dd>
              <Money ore={wallet.claimedOre} />
            </dd>
          </>
        )}
        {birthDate !== null && (
          <>
            <dt>
              <Trans>Født</Trans>
            </dt>
            <dd>
              <DateTime iso={birthDate} show="date" />
            </dd>
          </>
        )}
        {externalId !== null && (
          <>
            <dt>
              <Trans>Elev-ID</Trans>
            </dt>
            <dd>{externalId}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
