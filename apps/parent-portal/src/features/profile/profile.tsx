import './texts.ts';
import { Loading, PageHeader, QueryState } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { api } from '../../app/api.ts';
import { BackLink } from '../../components/back-link.tsx';
import { CasesSection } from './cases-section.tsx';
import { EmailSection } from './email-section.tsx';
import { LanguageSection } from './language-section.tsx';
import { NameSection } from './name-section.tsx';
import { SignOutSection } from './sign-out-section.tsx';

// Below what one sees first.
const PasswordSection = lazy(async () => ({ default: (await import('./password-section.tsx')).PasswordSection }));

export function Profile() {
  const { t } = useLingui();
  const me = api.query.useQuery('get', '/guardians/me');
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Profilen din`} above={<BackLink />} />
      <QueryState query={me}>
        {(guardian) => (
          <Suspense fallback={<Loading />}>
            <NameSection guardian={guardian} />
            <EmailSection guardian={guardian} />
            <PasswordSection />
            <LanguageSection />
          </Suspense>
        )}
      </QueryState>
      <CasesSection />
      <SignOutSection />
    </div>
  );
}
