import './texts.ts';
import { EmptyState, Money, PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { BackLink } from '../../components/back-link.tsx';
import { shortNameOf, useChildren } from '../../components/children.ts';
import { AskForm } from './ask-form.tsx';
import { EarlierRefunds } from './earlier-refunds.tsx';
import { type Refundable, useRefundable } from './refundable.ts';

const route = getRouteApi('/signed-in/faa-tilbake/$walletId');

/** Asks for money back from a wallet that one has paid into: one's child's, or one that used to be. */
export function AskRefund() {
  const { walletId } = route.useParams();
  const all = useRefundable(walletId);
  const child = useChildren().data?.items.find(({ wallet }) => wallet.id === walletId);
  const back = child === undefined ? <BackLink /> : <BackLink pupilId={child.pupilId} />;
  return (
    <QueryState query={all}>
      {(found) => {
        // Told apart from a sibling of the same name, as long as one is the child's guardian.
        const refundable = child === undefined ? found : { ...found, firstName: shortNameOf(child) };
        return (
          <div className="kk-stack" data-gap="6">
            {refundable.refundableOre === 0 ? (
              <NothingLeft refundable={refundable} back={back} />
            ) : (
              <AskForm all={refundable} back={back} />
            )}
            <EarlierRefunds walletId={walletId} />
          </div>
        );
      }}
    </QueryState>
  );
}

function NothingLeft({
  refundable: { firstName, othersOre },
  back,
}: {
  refundable: Refundable;
  back: React.ReactNode;
}) {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Få pengene tilbake`} above={back} />
      <EmptyState title={t`Du har ingen penger å få tilbake`}>
        {othersOre > 0 ? (
          <Trans>
            Det som er igjen på kortet til {firstName}, <Money ore={othersOre} />, har andre betalt inn. Bare de kan få
            det tilbake.
          </Trans>
        ) : (
          <Trans>Det du har betalt inn på kortet til {firstName}, er brukt eller på vei tilbake til deg.</Trans>
        )}
      </EmptyState>
    </>
  );
}
