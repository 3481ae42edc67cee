import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { DateTime, Money, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { useIsOffice } from '../../app/use-is-office.ts';
import { CreditPurchase } from './credit-purchase.tsx';
import styles from './recent-purchases.module.css';

export type Purchase = Item<'/schools/{schoolId}/pupils/{pupilId}/timeline'>;

/** Of these, the last purchases are shown; what took one back is newer than it. */
const readCount = 50;
const shownCount = 5;

interface RecentPurchasesProps {
  pupilId: string;
  name: string;
  /** The support case that one looks from. */
  supportCase: { id: string; number: number };
}

/** What the pupil bought last, each to be given back by the office. */
export function RecentPurchases({ pupilId, name, supportCase }: RecentPurchasesProps) {
  const schoolId = useSchoolId();
  const [crediting, setCrediting] = useState<Purchase>();
  const timeline = api.query.useQuery('get', '/schools/{schoolId}/pupils/{pupilId}/timeline', {
    params: { path: { schoolId, pupilId }, query: { topics: ['sale', 'money'], limit: readCount } },
  });
  return (
    <section className="kk-panel kk-stack" data-gap="3" aria-labelledby="siste-kjop">
      <Heading level={3} data-size="2xs" id="siste-kjop">
        <Trans>Siste kjøp</Trans>
      </Heading>
      <QueryState query={timeline}>
        {({ items }) => {
          const purchases = items.filter(({ kind }) => kind === 'sale').slice(0, shownCount);
          if (purchases.length === 0) {
            return (
              <Paragraph className="kk-subtle">
                <Trans>Ingen kjøp ennå.</Trans>
              </Paragraph>
            );
          }
          return (
            <ul className={styles.list}>
              {purchases.map((purchase) => (
                <PurchaseRow
                  key={purchase.id}
                  purchase={purchase}
                  takenBackBy={items.find(({ summary }) => summary.reversesId === purchase.id)?.kind}
                  onCredit={() => setCrediting(purchase)}
                />
              ))}
            </ul>
          );
        }}
      </QueryState>
      {crediting && (
        <CreditPurchase
          purchase={crediting}
          name={name}
          supportCase={supportCase}
          onClose={() => setCrediting(undefined)}
        />
      )}
    </section>
  );
}

interface PurchaseRowProps {
  purchase: Purchase;
  takenBackBy: Purchase['kind'] | undefined;
  onCredit: () => void;
}

function PurchaseRow({ purchase, takenBackBy, onCredit }: PurchaseRowProps) {
  const { t } = useLingui();
  const isOffice = useIsOffice();
  const { at, amountOre, summary } = purchase;
  const bought = summary.lines?.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name)).join(', ');
  const receipt = summary.receiptNumber ?? '';
  return (
    <li className={styles.row}>
      <div>
        <div>
          {bought ?? t`Kjøp`} · <Money ore={-(amountOre ?? 0)} />
        </div>
        <div className="kk-subtle">
          <DateTime iso={at} /> · <Trans>kvittering {receipt}</Trans>
        </div>
      </div>
      {takenBackBy !== undefined && (
        <Tag data-color="neutral">
          {takenBackBy === 'sale_return' ? <Trans>Returnert</Trans> : <Trans>Godskrevet</Trans>}
        </Tag>
      )}
      {takenBackBy === undefined && isOffice && (
        <Button variant="secondary" aria-label={t`Godskriv kvittering ${receipt}`} onClick={onCredit}>
          <Trans>Godskriv</Trans>
        </Button>
      )}
    </li>
  );
}
