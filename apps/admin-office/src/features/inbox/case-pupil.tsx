import { Button, Heading, Link as TextLink, Paragraph } from '@digdir/designsystemet-react';
import { Money, ProblemAlert, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { useIsOffice } from '../../app/use-is-office.ts';
import { PupilCard } from '../../components/cards/pupil-card.tsx';
import { HouseholdRefund } from '../../components/household/household-refund.tsx';
import { RecentPurchases } from '../../components/purchases/recent-purchases.tsx';
import type { PupilDetails } from '../../components/cards/pupil-details.ts';
import type { Case } from '../../components/cases/case-words.ts';
import { ConfirmLoss } from './confirm-loss.tsx';
import { LinkPupil } from './link-pupil.tsx';
import { useChangeCase } from './use-change-case.ts';

/** The pupil beside the case, with the next steps one click away; each is written into the case. */
export function CasePupil({ one }: { one: Case }) {
  const { t } = useLingui();
  return (
    <aside className="kk-stack" data-gap="4" aria-label={t`Eleven saken gjelder`}>
      {one.pupilId === null ? <LinkPupil one={one} /> : <Linked one={one} pupilId={one.pupilId} />}
    </aside>
  );
}

function Linked({ one, pupilId }: { one: Case; pupilId: string }) {
  const schoolId = useSchoolId();
  const isOffice = useIsOffice();
  const pupil = api.query.useQuery('get', '/schools/{schoolId}/pupils/{pupilId}', {
    params: { path: { schoolId, pupilId } },
  });
  return (
    <QueryState query={pupil}>
      {(details) => (
        <>
          <Who one={one} details={details} />
          <ConfirmLoss one={one} card={reportedCard(one, details.cards)} />
          <PupilCard details={details} caseId={one.id} />
          {isOffice && <HouseholdRefund details={details} caseId={one.id} />}
          <RecentPurchases pupilId={pupilId} name={details.name} supportCase={one} />
        </>
      )}
    </QueryState>
  );
}

/** The card that a report may be about: the one it names, or the one that the pupil had then; never one given out later. */
function reportedCard(one: Case, cards: PupilDetails['cards']): PupilDetails['cards'][number] | undefined {
  const inUse = cards.find(({ status }) => status === 'active' || status === 'blocked');
  if (one.cardId !== null) return inUse?.id === one.cardId ? inUse : undefined;
  const isLater = Date.parse(inUse?.issuedAt ?? '') > Date.parse(one.createdAt);
  return isLater ? undefined : inUse;
}

function Who({ one, details }: { one: Case; details: PupilDetails }) {
  const schoolId = useSchoolId();
  const change = useChangeCase(one.id);
  return (
    <section className="kk-panel kk-stack" data-gap="2" aria-labelledby="sakens-elev">
      <Heading level={3} data-size="2xs" id="sakens-elev">
        {[details.name, details.className].filter(Boolean).join(', ')}
      </Heading>
      <Paragraph>
        <Trans>
          Saldo <Money ore={details.wallet.availableOre} />
        </Trans>
      </Paragraph>
      <ProblemAlert error={change.error} />
      <div className="kk-row" data-gap="4">
        <TextLink asChild>
          <Link to="/$schoolId/elever/$pupilId" params={{ schoolId, pupilId: details.pupilId }}>
            <Trans>Historikk og alt annet</Trans>
          </Link>
        </TextLink>
        <Button variant="tertiary" data-color="neutral" onClick={() => change.mutate({ pupilId: null })}>
          <Trans>Feil elev</Trans>
        </Button>
      </div>
    </section>
  );
}
