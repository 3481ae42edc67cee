import { Heading, Link as TextLink, Paragraph } from '@digdir/designsystemet-react';
import { QueryState } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { type Child, shortNameOf } from '../../components/children.ts';
import { TransactionList } from '../../components/transaction-list.tsx';

/** The last three purchases, and the way to everything that moved the balance. */
export function RecentPurchases({ child }: { child: Child }) {
  const { pupilId, wallet } = child;
  const latest = api.query.useQuery('get', '/wallets/{id}/transactions', {
    params: { path: { id: wallet.id }, query: { limit: 3, only: 'purchases' } },
  });
  const name = shortNameOf(child);
  return (
    <section className="kk-panel kk-stack" data-gap="3">
      <Heading level={2} data-size="2xs">
        <Trans>Siste kjøp</Trans>
      </Heading>
      <QueryState query={latest}>
        {({ items }) =>
          items.length === 0 ? (
            <Paragraph className="kk-subtle">
              <Trans>Ingen kjøp ennå. De kommer hit når {name} bruker kortet.</Trans>
            </Paragraph>
          ) : (
            <TransactionList items={items} pupilId={pupilId} />
          )
        }
      </QueryState>
      <TextLink asChild>
        <Link to="/barn/$pupilId/kjop" params={{ pupilId }}>
          <Trans>Alle kjøp og innbetalinger</Trans>
        </Link>
      </TextLink>
    </section>
  );
}
