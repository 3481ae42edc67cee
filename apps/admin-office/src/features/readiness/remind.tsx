import { Button, Heading } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useIsOffice } from '../../app/use-is-office.ts';
import { RemindDialog, type Reminder } from './remind-dialog.tsx';
import type { Readiness } from './readiness.ts';

interface RemindProps {
  counts: Pick<Readiness, 'withoutGuardian' | 'withoutMoney'>;
  classId: string | undefined;
}

/** The buttons that remind those who lack a guardian or money, by mail or on paper. */
export function Remind({ counts, classId }: RemindProps) {
  const { t } = useLingui();
  const isOffice = useIsOffice();
  const [open, setOpen] = useState<Reminder>();
  const { withoutGuardian, withoutMoney } = counts;
  const reminders: readonly { label: string; reminder: Reminder }[] = [
    { label: t`E-post: mangler foresatt`, reminder: { kind: 'no_guardian', channel: 'mail', count: withoutGuardian } },
    { label: t`Brev: mangler foresatt`, reminder: { kind: 'no_guardian', channel: 'letter', count: withoutGuardian } },
    { label: t`E-post: mangler penger`, reminder: { kind: 'no_money', channel: 'mail', count: withoutMoney } },
    { label: t`Brev: mangler penger`, reminder: { kind: 'no_money', channel: 'letter', count: withoutMoney } },
  ];
  const useful = reminders.filter(({ reminder }) => reminder.count > 0);
  if (useful.length === 0 || !isOffice) return null;
  return (
    <section className="kk-panel kk-stack" data-gap="3" aria-labelledby="paaminn">
      <Heading level={2} data-size="2xs" id="paaminn">
        <Trans>Send påminnelse</Trans>
      </Heading>
      <div className="kk-row">
        {useful.map(({ label, reminder }) => (
          <Button key={label} variant="secondary" onClick={() => setOpen(reminder)}>
            {label}
          </Button>
        ))}
      </div>
      {open && <RemindDialog reminder={open} classId={classId} onClose={() => setOpen(undefined)} />}
    </section>
  );
}
