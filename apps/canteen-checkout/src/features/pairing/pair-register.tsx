import { Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Form, FormField, ProblemAlert, SubmitButton, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { registerQuery } from '../../app/register.ts';
import styles from './pairing.module.css';

const texts: ProblemTexts = {
  pairing_code_unknown: msg`Koden er feil, brukt eller for gammel. Be kontoret om en ny.`,
};

/** The first screen of a new till: the office's code of eight characters makes this machine a till of the school. */
export function PairRegister() {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const form = useForm<{ code: string }>({ defaultValues: { code: '' } });
  const pair = useMutation({
    mutationFn: ({ code }: { code: string }) =>
      api.client.POST('/registers/pair', { body: { code: code.replace(/[\s-]/g, '').toUpperCase() } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: registerQuery.queryKey }),
  });
  return (
    <div className={styles.center} data-size="md">
      <Card className={styles.card}>
        <Heading level={1}>
          <Trans>Koble til kassen</Trans>
        </Heading>
        <Paragraph>
          <Trans>Kontoret lager koden under «Kasser». Den virker i 10 minutter.</Trans>
        </Paragraph>
        <ProblemAlert error={pair.error} texts={texts} />
        <Form form={form} onSubmit={(values) => pair.mutateAsync(values).catch(() => undefined)}>
          <FormField
            form={form}
            name="code"
            label={t`Koblingskode`}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={12}
            rules={{
              required: t`Skriv koden fra kontoret.`,
              validate: (code) => code.replace(/[\s-]/g, '').length === 8 || t`Koden har åtte tegn.`,
            }}
          />
          <SubmitButton busy={pair.isPending} fullWidth>
            <Trans>Koble til</Trans>
          </SubmitButton>
        </Form>
      </Card>
    </div>
  );
}
