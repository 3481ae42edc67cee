import './texts.ts';
import { Button } from '@digdir/designsystemet-react';
import { PageHeader, ProblemAlert, QueryState, useFormat, useSingleFlight } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { BackLink } from '../../components/back-link.tsx';
import { childrenKey, shortNameOf, useChildren } from '../../components/children.ts';
import { PartSteps } from './part-steps.tsx';
import { type Refund as RefundOf, refundKeys } from './refundable.ts';

const route = getRouteApi('/signed-in/refusjoner/$refundId');
const askAgainMs = 3_000;

/** What has become of a refund: each way with its steps, and why one waits. */
export function Refund() {
  const { refundId } = route.useParams();
  const query = api.query.useQuery(
    'get',
    '/refunds/{id}',
    { params: { path: { id: refundId } } },
    { refetchInterval: ({ state }) => (isMoving(state.data) ? askAgainMs : false) },
  );
  return <QueryState query={query}>{(refund) => <RefundSteps refund={refund} />}</QueryState>;
}

function RefundSteps({ refund }: { refund: RefundOf }) {
  const { t } = useLingui();
  const format = useFormat();
  const queryClient = useQueryClient();
  const child = useChildren().data?.items.find(({ wallet }) => wallet.id === refund.walletId);
  const named = child === undefined ? refund : { ...refund, firstName: shortNameOf(child) };
  const cancel = useMutation({
    mutationFn: () => api.client.POST('/refunds/{id}/cancel', { params: { path: { id: refund.id } } }),
    onSettled: async () => {
      for (const queryKey of [...refundKeys, childrenKey]) await queryClient.invalidateQueries({ queryKey });
    },
  });
  const regret = useSingleFlight(() => cancel.mutateAsync().catch(() => undefined));
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader
        title={t`Du får tilbake ${format.kr(refund.amountOre)}`}
        above={child === undefined ? <BackLink /> : <BackLink pupilId={child.pupilId} />}
      />
      {refund.parts.map((part) => (
        <PartSteps key={part.id} part={part} refund={named} />
      ))}
      <ProblemAlert
        error={cancel.error}
        texts={{ refund_under_way: t`Pengene er allerede på vei. Refusjonen kan ikke angres.` }}
      />
      {refund.canCancel && (
        <Button variant="secondary" data-color="neutral" loading={cancel.isPending} onClick={() => void regret()}>
          <Trans>Angre refusjonen</Trans>
        </Button>
      )}
    </div>
  );
}

/** Something will happen within seconds. */
function isMoving(refund: RefundOf | undefined): boolean {
  return (
    refund?.parts.some(
      (part) => part.status === 'ready' || (part.status === 'waiting' && part.waitsFor.length === 0),
    ) ?? false
  );
}
