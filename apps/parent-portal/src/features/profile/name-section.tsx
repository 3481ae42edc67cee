import { Paragraph } from '@digdir/designsystemet-react';
import { Form, FormField, ProblemAlert, SubmitButton } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from 'react-hook-form';
import { type Guardian, useChangeProfile } from './guardian.ts';
import { Section } from './section.tsx';

export function NameSection({ guardian }: { guardian: Guardian }) {
  const { t } = useLingui();
  const change = useChangeProfile();
  const form = useForm({ defaultValues: { name: guardian.name }, shouldFocusError: false });
  return (
    <Section title={t`Navn`}>
      <ProblemAlert error={change.error} />
      <Form form={form} onSubmit={(values) => change.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="name"
          label={t`Navnet ditt`}
          autoComplete="name"
          rules={{ required: t`Skriv navnet ditt` }}
        />
        <div className="kk-row" data-gap="4">
          <SubmitButton busy={change.isPending}>
            <Trans>Lagre navnet</Trans>
          </SubmitButton>
          <Paragraph role="status">{change.isSuccess && <Trans>Navnet er lagret.</Trans>}</Paragraph>
        </div>
      </Form>
    </Section>
  );
}
