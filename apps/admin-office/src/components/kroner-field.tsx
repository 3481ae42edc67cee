import { FormField } from '@kantinekortet/ui';
import { parseOre } from '@kantinekortet/money';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FieldPathByValue, FieldValues, UseFormReturn } from 'react-hook-form';

interface KronerFieldProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  name: FieldPathByValue<Values, string>;
  label: string;
  description?: ReactNode;
}

/** An amount typed in kroner (`45` or `45,50`). The form holds the text; `parseOre` reads it. */
export function KronerField<Values extends FieldValues>({ form, name, label, description }: KronerFieldProps<Values>) {
  const { t } = useLingui();
  const validate = (text: string) =>
    (parseOre(text) ?? -1) >= 0 || t`Skriv et beløp i kroner, for eksempel 45 eller 45,50`;
  return (
    <FormField
      form={form}
      name={name}
      label={label}
      description={description}
      inputMode="decimal"
      suffix="kr"
      autoComplete="off"
      rules={{ required: t`Skriv et beløp`, validate }}
    />
  );
}

/** Øre as a person would type them: `45` or `45,50`. */
export function toKronerText(amountOre: number): string {
  return amountOre % 100 === 0 ? String(amountOre / 100) : (amountOre / 100).toFixed(2).replace('.', ',');
}
