import { Heading, Link as TextLink } from '@digdir/designsystemet-react';
import { Money, useFormat } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import styles from './refund.module.css';

/** What one has asked back from this wallet before. */
export function EarlierRefunds({ walletId }: { walletId: string }) {
  const format = useFormat();
  const { data } = api.query.useQuery('get', '/refunds', { params: { query: { walletId, limit: 10 } } });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="kk-stack" data-gap="2">
      <Heading level={2} data-size="2xs">
        <Trans>Bedt om tidligere</Trans>
      </Heading>
      <ul className={styles.ways}>
        {data.items.map((refund) => (
          <li key={refund.id}>
            <TextLink asChild>
              <Link to="/refusjoner/$refundId" params={{ refundId: refund.id }}>
                {format.dateTime(refund.askedAt)}
              </Link>
            </TextLink>
            <Money ore={refund.amountOre} />
          </li>
        ))}
      </ul>
    </section>
  );
}
