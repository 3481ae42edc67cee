import { Fieldset, Paragraph, Radio } from '@digdir/designsystemet-react';
import { newId, type Body } from '@kantinekortet/api-client';
import { Form, FormField, ProblemAlert, TitledDialog, useFormat, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';
import { factsOf, type Task } from './task-words.ts';

type Decision = Body<'/schools/{schoolId}/payment-discrepancies/{id}/decisions', 'post'>;
type Wish = Pick<Decision, 'choice' | 'reason'>;

const texts: ProblemTexts = {
  discrepancy_decided: msg`En kollega har avgjort betalingen. Last siden på nytt.`,
  discrepancy_not_bookable: msg`Denne betalingen kan ikke føres på kortet. Send pengene tilbake.`,
  discrepancy_not_sent_back: msg`Betalingsleverandøren sier at pengene ikke er sendt tilbake ennå.`,
};

/** A payment that is not what was asked for: what becomes of it, and why. */
export function DecidePayment({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useLingui();
  const { kr } = useFormat();
  const facts = factsOf(task);
  const isBookable = facts.text('currency') === 'NOK' && facts.ore('childCount') === 1;
  const form = useForm<Wish>({
    defaultValues: { choice: isBookable ? 'book' : 'send_back', reason: '' },
    shouldFocusError: false,
  });
  const decide = useDecide(task.subjectId, onClose);
  const paid = kr(facts.ore('paidOre'));
  return (
    <TitledDialog title={t`Avgjør betalingen`} onClose={onClose}>
      <ProblemAlert error={decide.error} texts={texts} />
      <div role="status">
        {decide.data?.status === 'refused' && (
          <Paragraph>
            <Trans>Betalingsleverandøren vil ikke sende pengene tilbake. Velg noe annet.</Trans>
          </Paragraph>
        )}
        {decide.data?.status === 'sending' && (
          <Paragraph>
            <Trans>Pengene er på vei tilbake. Oppgaven lukkes når betalingsleverandøren har bekreftet det.</Trans>
          </Paragraph>
        )}
      </div>
      <Form form={form} onSubmit={(wish) => decide.mutateAsync(wish).catch(() => undefined)}>
        <Fieldset>
          <Fieldset.Legend>
            <Trans>Hva skal skje med pengene?</Trans>
          </Fieldset.Legend>
          {isBookable && <Radio value="book" label={t`Før ${paid} på kortet`} {...form.register('choice')} />}
          <Radio value="send_back" label={t`Send alt tilbake til den som betalte`} {...form.register('choice')} />
          <Radio
            value="sent_back_already"
            label={t`Pengene er sendt tilbake hos leverandøren`}
            description={t`Vi spør leverandøren om det stemmer.`}
            {...form.register('choice')}
          />
        </Fieldset>
        <FormField
          form={form}
          name="reason"
          label={t`Begrunnelse`}
          maxLength={500}
          rules={{ validate: (text) => text.trim() !== '' || t`Skriv en begrunnelse` }}
        />
        <FormActions busy={decide.isPending} onCancel={onClose}>
          <Trans>Lagre avgjørelsen</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}

/** The same wish again is the same decision; another wish is another. */
function useDecide(discrepancyId: string, onDone: () => void) {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const attempt = useRef<Decision>(undefined);
  return useMutation({
    mutationFn: async ({ choice, reason: typed }: Wish) => {
      const reason = typed.trim();
      const isSame = attempt.current?.choice === choice && attempt.current.reason === reason;
      if (!isSame || attempt.current === undefined) attempt.current = { id: newId(), choice, reason };
      const { data } = await api.client.POST('/schools/{schoolId}/payment-discrepancies/{id}/decisions', {
        params: { path: { schoolId, id: discrepancyId } },
        body: attempt.current,
      });
      return data;
    },
    onSuccess: async (decision) => {
      const status = decision?.status;
      // One that was refused makes room for another, also in the same words.
      if (status === 'refused') attempt.current = undefined;
      await queryClient.invalidateQueries();
      if (status === 'done') onDone();
    },
  });
}
