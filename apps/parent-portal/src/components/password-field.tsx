import { FormField, showFieldErrors } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';

interface PasswordFieldProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  name: FieldPath<Values>;
  label: string;
}

/** The field for a password that is being chosen. The server judges it; see useWeakPassword. */
export function NewPasswordField<Values extends FieldValues>({ form, name, label }: PasswordFieldProps<Values>) {
  const { t } = useLingui();
  return (
    <FormField
      form={form}
      name={name}
      label={label}
      description={t`Minst 10 tegn. Bruk gjerne noen ord etter hverandre.`}
      type="password"
      autoComplete="new-password"
      rules={{ required: t`Velg et passord` }}
    />
  );
}

/** Puts the server's refusal of a password on the `password` field; false when the refusal is about something else. */
export function useWeakPassword() {
  const { t } = useLingui();
  const reasons: Record<string, string> = {
    too_short: t`Passordet er for kort. Bruk minst 10 tegn.`,
    too_long: t`Passordet er for langt.`,
    common: t`Passordet er for vanlig. Velg et annet.`,
    guessable: t`Passordet er lett å gjette. Legg til et par ord.`,
  };
  return <Values extends FieldValues>(form: UseFormReturn<Values>, error: unknown, name: FieldPath<Values>): boolean =>
    showFieldErrors(form, error, [name], (code) => reasons[code] ?? t`Velg et annet passord.`);
}
