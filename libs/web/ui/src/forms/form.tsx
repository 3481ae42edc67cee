import { Button, ErrorSummary } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import { type ComponentRef, type ReactNode, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useSingleFlight } from './single-flight.ts';

interface FormProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  onSubmit: (values: Values) => Promise<unknown>;
  children: ReactNode;
}

/**
 * A form with the error summary on top: it comes, and takes the focus, when a submit is refused, and each line leads to
 * its field (whose id is its name). A second submit while the first is under way is ignored.
 */
export function Form<Values extends FieldValues>({ form, onSubmit, children }: FormProps<Values>) {
  const summary = useRef<ComponentRef<typeof ErrorSummary>>(null);
  const { errors, submitCount } = form.formState;
  const wrong = Object.entries(errors).flatMap(([name, error]) => {
    const text = error?.message;
    return typeof text === 'string' ? [{ name, text }] : [];
  });
  const submit = useSingleFlight(() => form.handleSubmit(onSubmit, () => summary.current?.focus())());

  return (
    <form
      noValidate
      className="kk-stack"
      data-gap="5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {submitCount > 0 && wrong.length > 0 && (
        <ErrorSummary ref={summary}>
          <ErrorSummary.Heading>
            <Trans>For å gå videre må du rette opp følgende feil</Trans>
          </ErrorSummary.Heading>
          <ErrorSummary.List>
            {wrong.map(({ name, text }) => (
              <ErrorSummary.Item key={name}>
                <ErrorSummary.Link href={`#${name}`}>{text}</ErrorSummary.Link>
              </ErrorSummary.Item>
            ))}
          </ErrorSummary.List>
        </ErrorSummary>
      )}
      {children}
    </form>
  );
}

/** The form's primary button: never disabled, shows that it works while it does. */
export function SubmitButton({
  busy,
  children,
  fullWidth = false,
}: {
  busy: boolean;
  children: ReactNode;
  fullWidth?: boolean;
}) {
  return (
    <Button type="submit" loading={busy} className={fullWidth ? 'kk-full' : undefined}>
      {children}
    </Button>
  );
}
