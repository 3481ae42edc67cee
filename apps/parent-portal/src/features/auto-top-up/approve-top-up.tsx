import './texts.ts';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { Loading, Money, ProblemAlert, ProblemScreen, useSingleFlight } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { ShieldLockIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { Notice } from '../../components/notice.tsx';

const route = getRouteApi('/signed-in/fyll-paa/$topUpId/godkjenn');

/** Where the mail's link leads: one button, then the bank's own page. */
export function ApproveTopUp() {
  const { t } = useLingui();
  const { topUpId } = route.useParams();
  const navigate = useNavigate();
  const query = api.query.useQuery('get', '/top-ups/{id}', { params: { path: { id: topUpId } } });
  const approval = useMutation({
    mutationFn: async () =>
      (await api.client.POST('/top-ups/{id}/approval', { params: { path: { id: topUpId } } })).data,
    onSuccess: async (answer) => {
      if (answer?.approvalUrl) window.location.assign(answer.approvalUrl);
      else await navigate({ to: '/fyll-paa/$topUpId', params: { topUpId } });
    },
  });
  const approve = useSingleFlight(() => approval.mutateAsync().catch(() => undefined));

  if (query.isError) return <ProblemScreen error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const { status, amountOre } = query.data;
  const isWaiting = status === 'pending';
  return (
    <Notice
      icon={<ShieldLockIcon />}
      tone="info"
      title={isWaiting ? t`Godkjenn påfyllingen` : t`Ingenting å godkjenne`}
      actions={
        isWaiting ? (
          <Button loading={approval.isPending} onClick={() => void approve()}>
            <Trans>Godkjenn betalingen</Trans>
          </Button>
        ) : (
          <Button asChild>
            <Link to="/barn">
              <Trans>Til oversikten</Trans>
            </Link>
          </Button>
        )
      }
    >
      {isWaiting ? (
        <Paragraph>
          <Trans>
            Banken vil at du selv godkjenner at vi fyller på med <Money ore={amountOre} />. Vi har ikke trukket penger.
          </Trans>
        </Paragraph>
      ) : (
        <Paragraph>
          {status === 'paid' ? (
            <Trans>Påfyllingen er betalt.</Trans>
          ) : (
            <Trans>Påfyllingen venter ikke på deg lenger. Vi har ikke trukket penger.</Trans>
          )}
        </Paragraph>
      )}
      <ProblemAlert
        error={approval.error}
        texts={{
          nothing_to_approve: t`Påfyllingen venter ikke på deg lenger.`,
          payment_provider_unavailable: t`Betalingstjenesten svarer ikke. Vi har ikke trukket penger. Prøv igjen.`,
        }}
      />
    </Notice>
  );
}
