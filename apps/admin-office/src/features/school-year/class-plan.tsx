import { Input, Select, Table } from '@digdir/designsystemet-react';
import { useLingui } from '@lingui/react/macro';
import type { Rollover } from './school-year.tsx';

export type ClassDecision = Rollover['classes'][number];

const steps: readonly ClassDecision['step'][] = ['move', 'leave', 'stay'];

interface ClassPlanProps {
  decisions: readonly ClassDecision[];
  onChange: (changed: ClassDecision) => void;
}

/** A line for each class: from, what happens, to, and how many pupils. */
export function ClassPlan({ decisions, onChange }: ClassPlanProps) {
  const { t } = useLingui();
  const labels = { move: t`Flyttes`, leave: t`Slutter`, stay: t`Blir` };
  return (
    <Table>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{t`Klasse`}</Table.HeaderCell>
          <Table.HeaderCell className="kk-number">{t`Elever`}</Table.HeaderCell>
          <Table.HeaderCell>{t`Hva skjer`}</Table.HeaderCell>
          <Table.HeaderCell>{t`Ny klasse`}</Table.HeaderCell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {decisions.map((one) => (
          <Table.Row key={one.classId}>
            <Table.Cell>{one.name}</Table.Cell>
            <Table.Cell className="kk-number">{one.pupilCount}</Table.Cell>
            <Table.Cell>
              <Select
                aria-label={t`Hva skjer med ${one.name}?`}
                value={one.step}
                onChange={({ target: { value } }) => {
                  const step = steps.find((known) => known === value);
                  if (step) onChange({ ...one, step });
                }}
              >
                {steps.map((step) => (
                  <option key={step} value={step}>
                    {labels[step]}
                  </option>
                ))}
              </Select>
            </Table.Cell>
            <Table.Cell>
              {one.step === 'move' && (
                <Input
                  aria-label={t`Ny klasse for ${one.name}`}
                  maxLength={40}
                  value={one.toName ?? ''}
                  onChange={({ target: { value } }) => onChange({ ...one, toName: value })}
                />
              )}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
