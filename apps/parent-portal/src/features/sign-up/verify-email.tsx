import './texts.ts';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { Waiting } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { DeadLink } from '../../components/dead-link.tsx';
import { Notice } from '../../components/notice.tsx';

const route = getRouteApi('/bekreft');

/** Where the mail's link leads: confirms the address at once and shows the way in. */
export function VerifyEmail() {
  const { t } = useLingui();
  const { token = '' } = route.useSearch();
  // A query, not a mutation: it runs by itself, and once for a token however often the screen is drawn.
  const verified = useQuery({
    queryKey: ['verify-email', token],
    queryFn: async () => (await api.client.POST('/guardians/verify', { body: { token } })).data ?? null,
    retry: false,
    staleTime: Infinity,
  });

  if (verified.isPending) return <Waiting>{t`Bekrefter e-postadressen …`}</Waiting>;
  if (verified.isError) {
    return (
      <DeadLink error={verified.error}>
        <Button asChild>
          <Link to="/ny-profil">
            <Trans>Be om ny lenke</Trans>
          </Link>
        </Button>
        <Button asChild variant="secondary">
          <Link to="/logg-inn">
            <Trans>Logg inn</Trans>
          </Link>
        </Button>
      </DeadLink>
    );
  }
  return (
    <Notice
      icon={<CheckmarkIcon />}
      title={verified.data?.wasVerified ? t`E-posten er bekreftet fra før` : t`E-posten er bekreftet`}
      actions={
        <Button asChild>
          <Link to="/logg-inn">
            <Trans>Logg inn</Trans>
          </Link>
        </Button>
      }
    >
      <Paragraph>
        {verified.data?.wasVerified ? (
          <Trans>Lenken er brukt, og profilen din er klar. Logg inn for å gå videre.</Trans>
        ) : (
          <Trans>Profilen din er klar. Logg inn og legg til kortet til barnet.</Trans>
        )}
      </Paragraph>
    </Notice>
  );
}
