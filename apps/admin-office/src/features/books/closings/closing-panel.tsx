import { Button, Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { QueryState } from '@kantinekortet/ui';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../../app/api.ts';
import { useSchoolId } from '../../../app/school.ts';
import { ClosedMonths } from './closed-months.tsx';
import type { NextClosing } from './closings.ts';
import { CloseMonth } from './close-month.tsx';
import { monthName } from '../../../components/month-name.ts';
import { MonthFigures } from './month-figures.tsx';

/** The VAT and the earned money of the last month that is over, and the months that were closed. */
export function ClosingPanel() {
  const schoolId = useSchoolId();
  const closings = api.query.useQuery('get', '/schools/{schoolId}/closings', { params: { path: { schoolId } } });
  return (
    <section className="kk-panel kk-stack" data-gap="4" aria-labelledby="manedsslutt">
      <Heading level={2} data-size="2xs" id="manedsslutt">
        <Trans>Månedsavslutning</Trans>
      </Heading>
      <QueryState query={closings}>
        {({ items, next }) => (
          <>
            {next === null ? (
              <Paragraph>
                <Trans>Den siste hele måneden er avsluttet.</Trans>
              </Paragraph>
            ) : (
              <OpenMonth next={next} isFirst={items.length === 0} />
            )}
            {items.length > 0 && (
              <Details>
                <Details.Summary>
                  <Plural value={items.length} one="# avsluttet måned" other="# avsluttede måneder" />
                </Details.Summary>
                <Details.Content>
                  <ClosedMonths closings={items} />
                </Details.Content>
              </Details>
            )}
          </>
        )}
      </QueryState>
    </section>
  );
}

function OpenMonth({ next, isFirst }: { next: NextClosing; isFirst: boolean }) {
  const [isClosing, setIsClosing] = useState(false);
  const month = monthName(next.month);
  return (
    <>
      <Paragraph>
        {isFirst ? (
          <Trans>Alt som er solgt til og med {month}, er klart til å avsluttes.</Trans>
        ) : (
          <Trans>Det som er solgt siden forrige avslutning, til og med {month}, er klart til å avsluttes.</Trans>
        )}
      </Paragraph>
      <MonthFigures figures={next} />
      <div>
        <Button onClick={() => setIsClosing(true)}>
          <Trans>Avslutt {month}</Trans>
        </Button>
      </div>
      {isClosing && <CloseMonth next={next} onClose={() => setIsClosing(false)} />}
    </>
  );
}
