import './texts.ts';
import { Loading, PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { BackLink } from '../../components/back-link.tsx';
import { ChildScreen } from '../../components/child-screen.tsx';
import { type Child, shortNameOf } from '../../components/children.ts';
import { useAutoTopUp } from './auto-top-up-query.ts';

// Nothing of them can be shown before the server has said how it stands.
const Sections = lazy(async () => ({ default: (await import('./sections.tsx')).Sections }));
const CardBeingSaved = lazy(async () => ({ default: (await import('./card-being-saved.tsx')).CardBeingSaved }));

const route = getRouteApi('/signed-in/barn/$pupilId/automatisk');

/** Lets the card fill itself when little is left, within limits that the guardian sets. */
export function AutoTopUp() {
  const { pupilId } = route.useParams();
  return <ChildScreen pupilId={pupilId}>{(child) => <OfChild child={child} />}</ChildScreen>;
}

function OfChild({ child }: { child: Child }) {
  const { t } = useLingui();
  const { bankkort } = route.useSearch();
  const query = useAutoTopUp(child.wallet.id);
  return (
    <div className="kk-stack" data-gap="5">
      <PageHeader
        title={t`Automatisk påfylling for ${shortNameOf(child)}`}
        above={<BackLink pupilId={child.pupilId} />}
      >
        <Trans>Kortet fylles av seg selv når et kjøp gjør at det er lite igjen.</Trans>
      </PageHeader>
      <QueryState query={query}>
        {(state) => (
          <Suspense fallback={<Loading />}>
            {bankkort !== undefined && <CardBeingSaved id={bankkort} />}
            <Sections child={child} state={state} />
          </Suspense>
        )}
      </QueryState>
    </div>
  );
}
