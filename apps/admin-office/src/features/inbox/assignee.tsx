import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { useIsOffice } from '../../app/use-is-office.ts';
import { useSession } from '../../app/session.ts';
import type { Case } from '../../components/cases/case-words.ts';

interface AssigneeProps {
  one: Case;
  onAssign: (personId: string | null) => void;
}

/** Who has the case. The office gives it to anyone; customer service takes it or gives it away. */
export function Assignee({ one, onAssign }: AssigneeProps) {
  const session = useSession();
  const isOffice = useIsOffice();
  if (!session) return null;
  const isMine = one.assigneeId === session.person.id;
  return (
    <>
      {isOffice ? (
        <Colleagues one={one} onAssign={onAssign} />
      ) : (
        one.assigneeName !== null && <span>{one.assigneeName}</span>
      )}
      {!isMine && (
        <Button variant="secondary" onClick={() => onAssign(session.person.id)}>
          <Trans>Ta saken</Trans>
        </Button>
      )}
      {isMine && !isOffice && (
        <Button variant="secondary" onClick={() => onAssign(null)}>
          <Trans>Gi fra deg</Trans>
        </Button>
      )}
    </>
  );
}

function Colleagues({ one, onAssign }: AssigneeProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const staff = api.query.useQuery('get', '/schools/{schoolId}/staff', { params: { path: { schoolId } } });
  const names = new Map(staff.data?.items.map(({ personId, name }) => [personId, name]));
  // Who has left the school may still have a case.
  if (one.assigneeId !== null) names.set(one.assigneeId, one.assigneeName ?? '');
  return (
    <Field>
      <Label>
        <Trans>Tildelt</Trans>
      </Label>
      <Select value={one.assigneeId ?? ''} onChange={({ target: { value } }) => onAssign(value === '' ? null : value)}>
        <option value="">{t`Ingen`}</option>
        {[...names].map(([personId, name]) => (
          <option key={personId} value={personId}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
