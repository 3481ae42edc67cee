import { Field, Input, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ContactForm } from './use-contact-form.ts';

type School = Item<'/support-cases/schools'>;

const mostInSelect = 20;

/** The school that a field's value means: an id from the list, or a name that was typed. */
export function schoolOf(schools: readonly School[], value: string): School | undefined {
  const name = value.trim().toLowerCase();
  return schools.find((school) => school.id === value || school.name.toLowerCase() === name);
}

/** Which school: a list to choose from, or a field that suggests when there are many. */
export function SchoolField({ form, schools }: { form: ContactForm; schools: readonly School[] }) {
  const { t } = useLingui();
  const { error } = form.getFieldState('school', form.formState);
  const field = form.register('school', {
    required: t`Velg skole`,
    validate: (value) => schoolOf(schools, value) !== undefined || t`Velg en skole fra listen`,
  });
  const isWrong = error !== undefined || undefined;
  return (
    <Field>
      <Label>
        <Trans>Skole</Trans>
      </Label>
      {schools.length > mostInSelect ? (
        <>
          <Input id="school" list="schools" autoComplete="off" aria-invalid={isWrong} {...field} />
          <datalist id="schools">
            {schools.map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
        </>
      ) : (
        <Select id="school" aria-invalid={isWrong} {...field}>
          <option value="">{t`Velg skole`}</option>
          {schools.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {error && <ValidationMessage>{error.message}</ValidationMessage>}
    </Field>
  );
}
