import { FormField } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import type { FieldPathByValue, FieldValues, UseFormReturn } from 'react-hook-form';

interface PasswordFieldProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  name: FieldPathByValue<Values, string>;
}

/** A new password; the server judges its strength and says why it refuses. */
export function PasswordField<Values extends FieldValues>({ form, name }: PasswordFieldProps<Values>) {
  const { t } = useLingui();
  return (
    <FormField
      form={form}
      name={name}
      label={t`Nytt passord`}
      type="password"
      autoComplete="new-password"
      description={<Trans>Bruk gjerne tre–fire ord som ikke hører sammen.</Trans>}
      rules={{ required: t`Velg et passord` }}
    />
  );
}

/** Why a password was refused, by the server's code. */
export function usePasswordTexts(): (code: string) => string {
  const { t } = useLingui();
  return (code) => {
    if (code === 'too_short') return t`Passordet er for kort. Bruk flere tegn.`;
    if (code === 'common') return t`Passordet er blant de vanligste. Velg et annet.`;
    return t`Passordet er for lett å gjette. Velg et lengre.`;
  };
}
