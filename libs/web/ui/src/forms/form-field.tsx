import { Textfield, type TextfieldProps } from '@digdir/designsystemet-react';
import type { HTMLInputTypeAttribute, ReactNode } from 'react';
import type { FieldPath, FieldValues, RegisterOptions, UseFormReturn } from 'react-hook-form';

interface FormFieldProps<Values extends FieldValues, Name extends FieldPath<Values>> {
  form: UseFormReturn<Values>;
  name: Name;
  label: ReactNode;
  rules?: RegisterOptions<Values, Name>;
  description?: ReactNode;
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'password' | 'tel' | 'search' | 'date'>;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email';
  autoCapitalize?: string;
  spellCheck?: boolean;
  maxLength?: number;
  suffix?: string;
  style?: TextfieldProps['style'];
}

/** A text field of a react-hook-form: registered, its error shown under it, its id its name for the error summary. */
export function FormField<Values extends FieldValues, Name extends FieldPath<Values>>(
  props: FormFieldProps<Values, Name>,
) {
  const { form, name, rules, label, ...rest } = props;
  const { error } = form.getFieldState(name, form.formState);
  return <Textfield id={name} label={label} error={error?.message} {...rest} {...form.register(name, rules)} />;
}
