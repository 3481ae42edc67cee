import { Field, Label, Select } from '@digdir/designsystemet-react';
import { osloDay } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { monthName } from './month-name.ts';

const offered = 24;

/** Chooses one of the last two years' months, as `2026-11`; the newest is this one. */
export function MonthField(field: UseFormRegisterReturn) {
  return (
    <Field>
      <Label>
        <Trans>Måned</Trans>
      </Label>
      <Select {...field}>
        {lastMonths().map((month) => (
          <option key={month} value={month}>
            {monthName(month)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function lastMonths(): string[] {
  const [year = 0, month = 0] = osloDay().split('-').map(Number);
  return Array.from({ length: offered }, (_, ago) =>
    new Date(Date.UTC(year, month - 1 - ago, 1)).toISOString().slice(0, 7),
  );
}
