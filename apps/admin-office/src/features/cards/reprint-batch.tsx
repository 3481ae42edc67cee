import { Checkbox, Paragraph } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { Form, ProblemAlert, TitledDialog, type ProblemTexts, download } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';

const texts: ProblemTexts = {
  no_cards_to_print: msg`Alle kortene er registrert eller avsluttet.`,
};

interface ReprintBatchProps {
  batch: Item<'/schools/{schoolId}/card-batches'>;
  onClose: () => void;
}

/** Asks before a batch is printed anew: what was printed of it stops working. */
export function ReprintBatch({ batch, onClose }: ReprintBatchProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const isOfClass = batch.className !== null;
  const form = useForm({ defaultValues: { includeLetters: true, printNames: isOfClass } });
  const reprint = useMutation({
    mutationFn: async (body: { includeLetters: boolean; printNames: boolean }) => {
      const { data } = await api.client.POST('/schools/{schoolId}/card-batches/{batchId}/reprint', {
        params: { path: { schoolId, batchId: batch.id } },
        body,
        parseAs: 'blob',
      });
      if (data) download(data, `${t`Kort`}.pdf`);
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <TitledDialog title={t`Skrive ut på nytt?`} onClose={onClose}>
      <Paragraph>
        <Plural
          value={batch.reprintableCount}
          one="# kort som ikke er registrert, får nye koder."
          other="# kort som ikke er registrert, får nye koder."
        />{' '}
        <Trans>Det som er skrevet ut av dem før, slutter å virke.</Trans>
      </Paragraph>
      <ProblemAlert error={reprint.error} texts={texts} />
      <Form form={form} onSubmit={(values) => reprint.mutateAsync(values).catch(() => undefined)}>
        <Checkbox label={t`Brev til de foresatte`} {...form.register('includeLetters')} />
        {isOfClass && <Checkbox label={t`Navn på kortet`} {...form.register('printNames')} />}
        <FormActions busy={reprint.isPending} onCancel={onClose}>
          <Trans>Skriv ut</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
