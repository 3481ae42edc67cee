import './texts.ts';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { Money } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { ChevronRightIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { api } from '../../../app/api.ts';
import styles from '../money-panel.module.css';

/** Money of one's own on the cards of children whose guardian one used to be: it can be had back. Mostly nothing. */
export function FormerWallets() {
  const { data } = api.query.useQuery('get', '/guardians/me/former-wallets');
  if (!data || data.items.length === 0) return null;
  return (
    <section className="kk-panel kk-stack" data-gap="2" aria-labelledby="tidligere">
      <Heading level={2} data-size="2xs" id="tidligere">
        <Trans>Tidligere barn</Trans>
      </Heading>
      <Paragraph className="kk-subtle">
        <Trans>Du er ikke lenger foresatt her, men har penger igjen som du selv har betalt inn.</Trans>
      </Paragraph>
      <ul className={styles.rows}>
        {data.items.map(({ walletId, firstName, schoolName, refundableOre }) => (
          <li key={walletId}>
            <Link className={styles.row} to="/faa-tilbake/$walletId" params={{ walletId }}>
              <span>
                <Trans>
                  {firstName}, {schoolName}: få tilbake <Money ore={refundableOre} />
                </Trans>
              </span>
              <ChevronRightIcon aria-hidden fontSize="1.5rem" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
