import { Checkbox, Field, Heading, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';
import type { Body } from '@kantinekortet/api-client';
import { Form, FormField, ProblemAlert, SubmitButton, type ProblemTexts, download } from '@kantinekortet/ui';
import { msg, plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';

type BatchRequest = Body<'/schools/{schoolId}/card-batches', 'post'>;

const stock = 'stock';
const maximumCount = 500;

const texts: ProblemTexts = {
  no_cards_to_print: msg`Alle elevene i klassen har kort.`,
};

/** One PDF of cards and letters for a class, or cards for the stock. */
export function PrintCards() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const classes = api.query.useQuery('get', '/schools/{schoolId}/classes', { params: { path: { schoolId } } });
  const form = useForm({
    defaultValues: { target: '', count: '20', includeLetters: true, printNames: true },
    shouldFocusError: false,
  });
  const target = useWatch({ control: form.control, name: 'target' });
  const print = usePrint(schoolId);
  const error = form.formState.errors.target?.message;
  return (
    <section className="kk-panel kk-stack kk-text" data-gap="4" aria-labelledby="skriv-ut">
      <Heading level={2} data-size="xs" id="skriv-ut">
        <Trans>Skriv ut kort</Trans>
      </Heading>
      <ProblemAlert error={print.error} texts={texts} />
      <Form
        form={form}
        onSubmit={({ target: chosen, count, includeLetters, printNames }) =>
          print
            .mutateAsync({
              classId: chosen === stock ? null : chosen,
              ...(chosen === stock && { count: Number(count) }),
              includeLetters,
              printNames: chosen !== stock && printNames,
            })
            .catch(() => undefined)
        }
      >
        <Field>
          <Label htmlFor="target">
            <Trans>Hvem skal få kort?</Trans>
          </Label>
          <Select
            id="target"
            aria-invalid={error !== undefined}
            {...form.register('target', { required: t`Velg en klasse eller lageret` })}
          >
            <option value="">{t`Velg`}</option>
            {classes.data?.items.map(({ id, name, pupilCount }) => (
              <option key={id} value={id}>
                {t`${name} (${plural(pupilCount, { one: '# elev', other: '# elever' })})`}
              </option>
            ))}
            <option value={stock}>{t`Lager – kort uten elev`}</option>
          </Select>
          {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
        </Field>
        {target === stock && (
          <FormField
            form={form}
            name="count"
            label={t`Antall kort`}
            inputMode="numeric"
            rules={{
              validate: (text) => {
                const count = Number(text);
                return (
                  (Number.isInteger(count) && count >= 1 && count <= maximumCount) ||
                  t`Skriv et antall fra 1 til ${maximumCount}`
                );
              },
            }}
          />
        )}
        <Checkbox label={t`Brev til de foresatte`} {...form.register('includeLetters')} />
        {target !== stock && <Checkbox label={t`Navn på kortet`} {...form.register('printNames')} />}
        <SubmitButton busy={print.isPending}>
          <Trans>Lag PDF</Trans>
        </SubmitButton>
      </Form>
      <div role="status">
        {print.isSuccess && <Trans>PDF-en er lastet ned. Skriv den ut nå, kodene kan ikke hentes igjen.</Trans>}
      </div>
    </section>
  );
}

function usePrint(schoolId: string) {
  const queryClient = useQueryClient();
  const { t } = useLingui();
  return useMutation({
    mutationFn: async (body: BatchRequest) => {
      const { data } = await api.client.POST('/schools/{schoolId}/card-batches', {
        params: { path: { schoolId } },
        body,
        parseAs: 'blob',
      });
      if (data) download(data, `${t`Kort`}.pdf`);
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
