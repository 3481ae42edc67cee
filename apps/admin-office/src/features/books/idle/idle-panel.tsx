import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { Money, QueryState } from '@kantinekortet/ui';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useSchoolId } from '../../../app/school.ts';
import { useIdleBalances } from './use-idle-balances.ts';

/** How much money lies still on the cards. */
export function IdlePanel() {
  const schoolId = useSchoolId();
  return (
    <section className="kk-panel kk-stack" data-gap="4" aria-labelledby="penger-i-ro">
      <Heading level={2} data-size="2xs" id="penger-i-ro">
        <Trans>Penger i ro</Trans>
      </Heading>
      <QueryState query={useIdleBalances()}>
        {({ count, totalOre }) =>
          count === 0 ? (
            <Paragraph>
              <Trans>Ingen kort har stått urørt i tolv måneder, og ingen som har sluttet, har penger igjen.</Trans>
            </Paragraph>
          ) : (
            <>
              <Paragraph>
                <Plural
                  value={count}
                  one="# kort har stått urørt i tolv måneder, eller eleven har sluttet."
                  other="# kort har stått urørt i tolv måneder, eller elevene har sluttet."
                />{' '}
                <Trans>
                  Til sammen <Money ore={totalOre} />.
                </Trans>
              </Paragraph>
              <Link className="ds-link" to="/$schoolId/regnskap/penger-i-ro" params={{ schoolId }}>
                <Trans>Se hvem som har penger til gode</Trans>
              </Link>
            </>
          )
        }
      </QueryState>
    </section>
  );
}
