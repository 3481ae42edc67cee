import './texts.ts';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { Waiting } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { CheckmarkIcon, HourglassIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { DeadLink } from '../../components/dead-link.tsx';
import { Notice } from '../../components/notice.tsx';

const route = getRouteApi('/epost');

/** Where the two mails about a new address lead; both must have been opened before it counts. */
export function ConfirmEmailChange() {
  const { t } = useLingui();
  const { token = '' } = route.useSearch();
  const confirmed = useQuery({
    queryKey: ['confirm-email-change', token],
    queryFn: async () => (await api.client.POST('/guardians/email-change/confirm', { body: { token } })).data ?? null,
    retry: false,
    staleTime: Infinity,
  });
  const home = (
    <Button asChild>
      <Link to="/profil">
        <Trans>Til profilen</Trans>
      </Link>
    </Button>
  );

  if (confirmed.isPending) return <Waiting>{t`Bekrefter e-postadressen …`}</Waiting>;
  if (confirmed.isError) return <DeadLink error={confirmed.error}>{home}</DeadLink>;
  if (confirmed.data?.status === 'waiting_for_other') {
    return (
      <Notice icon={<HourglassIcon />} tone="info" title={t`Én bekreftelse til`} actions={home}>
        <Paragraph>
          <Trans>Takk. Åpne også lenken vi sendte til den andre adressen, så bytter vi.</Trans>
        </Paragraph>
      </Notice>
    );
  }
  return (
    <Notice icon={<CheckmarkIcon />} title={t`E-posten er endret`} actions={home}>
      <Paragraph>
        <Trans>Logg inn med den nye adressen fra nå av.</Trans>
      </Paragraph>
    </Notice>
  );
}
