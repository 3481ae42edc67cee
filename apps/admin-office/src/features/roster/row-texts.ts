import { useLingui } from '@lingui/react/macro';
import type { PreviewRow } from './roster-types.ts';

/** What a column is called in the file. */
export function useFieldName(): (field: string) => string {
  const { t } = useLingui();
  const names: Readonly<Record<string, string>> = {
    externalId: t`Elev-ID`,
    name: t`Navn`,
    firstName: t`Fornavn`,
    lastName: t`Etternavn`,
    birthDate: t`Fødselsdato`,
    className: t`Klasse`,
    status: t`Status`,
    guardianEmail: t`Foresattes e-post`,
    guardianEmails: t`Foresattes e-post`,
  };
  return (field) => names[field] ?? field;
}

/** Why a row was not taken, in the language of the screen. */
export function useRowErrorText(): (error: PreviewRow['errors'][number]) => string {
  const { t } = useLingui();
  const fieldName = useFieldName();
  return ({ field, code }) => {
    const name = fieldName(field);
    switch (code) {
      case 'missing':
        return t`${name} mangler.`;
      case 'too_long':
        return t`${name} har for mange tegn.`;
      case 'bad_date':
        return t`${name} er ikke en gyldig dato.`;
      case 'bad_email':
        return t`${name} er ikke en gyldig e-postadresse.`;
      case 'single_name':
        return t`Skriv både fornavn og etternavn.`;
      case 'missing_key':
        return t`Elev-ID eller fødselsdato mangler.`;
      case 'too_many_cells':
        return t`Raden har for mange felt.`;
      case 'duplicate':
        return t`Eleven står flere ganger i filen.`;
    }
  };
}
