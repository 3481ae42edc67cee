import { problemOf } from '@kantinekortet/api-client';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';

/**
 * Puts the field errors of a refused request on the form, by JSON pointer (`/email` is the field `email`). `textOf`
 * gives the text of a code. Returns false when no field took one: the problem then belongs in a ProblemAlert.
 */
export function showFieldErrors<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
  names: readonly FieldPath<Values>[],
  textOf: (code: string, name: FieldPath<Values>) => string,
): boolean {
  const found = problemOf(error).errors.flatMap(({ pointer, code }) => {
    const name = names.find((known) => pointer === `/${known}`);
    return name ? [{ name, code }] : [];
  });
  found.forEach(({ name, code }) => {
    form.setError(name, { type: code, message: textOf(code, name) });
  });
  return found.length > 0;
}
