import { Field, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { FieldPath, FieldValues, RegisterOptions, UseFormReturn } from 'react-hook-form';

interface MessageFieldProps<Values extends FieldValues, Name extends FieldPath<Values>> {
  form: UseFormReturn<Values>;
  name: Name;
  label: ReactNode;
  description?: ReactNode;
  rules?: RegisterOptions<Values, Name>;
  maxLength: number;
  rows?: number;
}

/** A field for several lines of text; otherwise as FormField. */
export function MessageField<Values extends FieldValues, Name extends FieldPath<Values>>(
  props: MessageFieldProps<Values, Name>,
) {
  const { form, name, label, description, rules, maxLength, rows = 5 } = props;
  const { error } = form.getFieldState(name, form.formState);
  return (
    <Field>
      <Label>{label}</Label>
      {description && <Field.Description>{description}</Field.Description>}
      <Textarea
        id={name}
        rows={rows}
        maxLength={maxLength}
        aria-invalid={error !== undefined || undefined}
        {...form.register(name, rules)}
      />
      {error && <ValidationMessage>{error.message}</ValidationMessage>}
    </Field>
  );
}
