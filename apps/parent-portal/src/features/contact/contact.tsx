import './texts.ts';
import { Link as TextLink } from '@digdir/designsystemet-react';
import type { Session } from '@kantinekortet/api-client';
import { Loading, PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../app/api.ts';
import { sessionQuery } from '../../app/session.ts';
import { useChildren } from '../../components/children.ts';
import type { Sent } from './contact-sent.tsx';

// Each is for one half of those who come here, or for later.
const GuardianForm = lazy(async () => ({ default: (await import('./guardian-form.tsx')).GuardianForm }));
const VisitorForm = lazy(async () => ({ default: (await import('./visitor-form.tsx')).VisitorForm }));
const ContactSent = lazy(async () => ({ default: (await import('./contact-sent.tsx')).ContactSent }));

const route = getRouteApi('/kontakt');

interface FormProps {
  onSent: (sent: Sent) => void;
}

/** Kontakt: writing to the school, signed in or not. */
export function Contact() {
  const { t } = useLingui();
  const session = useQuery(sessionQuery);
  const [sent, setSent] = useState<Sent>();
  if (sent) {
    return (
      <Suspense fallback={<Loading />}>
        <ContactSent sent={sent} />
      </Suspense>
    );
  }
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Kontakt`}>
        <Trans>Skriv til skolen om kort og penger. Du får svar på e-post.</Trans>
      </PageHeader>
      {session.isPending && <Loading />}
      <Suspense fallback={<Loading />}>
        {session.data && <ForGuardian session={session.data} onSent={setSent} />}
        {!session.data && !session.isPending && <ForVisitor known={{}} onSent={setSent} />}
      </Suspense>
    </div>
  );
}

function ForGuardian({ session: { person }, onSent }: FormProps & { session: Session }) {
  const { emne, elev } = route.useSearch();
  const children = useChildren();
  return (
    <QueryState query={children}>
      {({ items: [first, ...rest] }) =>
        first ? (
          <>
            <div>
              <TextLink asChild>
                <Link to="/henvendelser">
                  <Trans>Det du har skrevet før</Trans>
                </Link>
              </TextLink>
            </div>
            <GuardianForm person={person} items={[first, ...rest]} topic={emne} pupilId={elev} onSent={onSent} />
          </>
        ) : (
          <ForVisitor known={{ name: person.name, email: person.email }} onSent={onSent} />
        )
      }
    </QueryState>
  );
}

function ForVisitor({ known, onSent }: FormProps & { known: { name?: string; email?: string } }) {
  const { emne } = route.useSearch();
  const schools = api.query.useQuery('get', '/support-cases/schools');
  return (
    <QueryState query={schools}>
      {({ items }) => <VisitorForm schools={items} topic={emne} known={known} onSent={onSent} />}
    </QueryState>
  );
}
