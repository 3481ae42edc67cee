import { Field, Heading, Input, Label, Paragraph } from '@digdir/designsystemet-react';
import { DateTime, PageHeader, QueryState, useFormat, osloDay } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { CloseDay } from './close-day.tsx';
import { DayReceipts } from './day-receipts.tsx';
import { RecentDays } from './recent-days.tsx';
import type { TerminalDay } from './terminal-day.ts';
import styles from './terminal-days.module.css';

const route = getRouteApi('/$schoolId/bankterminal');

/** One day of the school's bank terminal: what was put on cards, matched with what the terminal says. */
export function TerminalDays() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const navigate = useNavigate({ from: '/$schoolId/bankterminal' });
  const { dag: day = osloDay() } = route.useSearch();
  const terminalDay = api.query.useQuery('get', '/schools/{schoolId}/terminal-days/{day}', {
    params: { path: { schoolId, day } },
  });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Dagsoppgjør bankterminal`}>
        <Trans>Summen av innbetalingene skal være lik summen på terminalens egen rapport.</Trans>
      </PageHeader>
      <Field className={styles.day ?? ''}>
        <Label htmlFor="dag">
          <Trans>Dag</Trans>
        </Label>
        <Input
          id="dag"
          type="date"
          value={day}
          max={osloDay()}
          onChange={({ target }) => {
            if (target.value !== '') void navigate({ search: { dag: target.value }, replace: true });
          }}
        />
      </Field>
      <QueryState query={terminalDay}>{(found) => <Day key={found.day} day={found} />}</QueryState>
      <RecentDays />
    </div>
  );
}

function Day({ day }: { day: TerminalDay }) {
  return (
    <div className={styles.page}>
      <DayReceipts day={day} />
      <section className="kk-panel kk-stack" data-gap="4" aria-labelledby="oppgjor">
        <Heading level={2} data-size="2xs" id="oppgjor">
          <Trans>Oppgjør</Trans>
        </Heading>
        {day.status === 'open' ? <CloseDay day={day} /> : <ClosedDay day={day} />}
      </section>
    </div>
  );
}

function ClosedDay({ day }: { day: TerminalDay }) {
  const format = useFormat();
  const difference = format.signedKr((day.terminalTotalOre ?? 0) - day.receiptsTotalOre);
  const terminalTotal = format.kr(day.terminalTotalOre ?? 0);
  return (
    <>
      <Paragraph>
        {day.status === 'balanced' ? (
          <Trans>Dagen er gjort opp. Terminalen sier {terminalTotal}, det samme som innbetalingene.</Trans>
        ) : (
          <Trans>
            Dagen er gjort opp med avvik. Terminalen sier {terminalTotal}, forskjellen er {difference}.
          </Trans>
        )}
      </Paragraph>
      {day.note !== null && <Paragraph>{day.note}</Paragraph>}
      <Paragraph className="kk-subtle">
        {day.closedBy} {day.closedAt !== null && <DateTime iso={day.closedAt} />}
      </Paragraph>
    </>
  );
}
