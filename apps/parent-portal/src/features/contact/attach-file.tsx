import { Field, Input, Label } from '@digdir/designsystemet-react';
import { type ProblemTexts, ProblemAlert, Waiting } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { UseMutationResult } from '@tanstack/react-query';

const refused = msg`Vi kan bare ta imot PNG, JPEG, WebP og PDF, høyst 10 MB.`;
const texts: ProblemTexts = {
  file_refused: refused,
  body_too_large: refused,
  http_413: refused,
  too_many_files: msg`Saken har så mange vedlegg som den kan ha.`,
};

/** Adds a picture or a PDF to the case as soon as it is chosen. */
export function AttachFile({ attach }: { attach: UseMutationResult<unknown, unknown, File> }) {
  const { t } = useLingui();
  const fileName = attach.variables?.name;
  return (
    <div className="kk-stack" data-gap="3">
      <Field>
        <Label>
          <Trans>Legg ved et bilde eller en PDF</Trans>
        </Label>
        <Field.Description>
          <Trans>Høyst 10 MB. Filen sendes med en gang du har valgt den.</Trans>
        </Field.Description>
        <Input
          type="file"
          accept="image/png,image/jpeg,image/webp,application/pdf"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file && !attach.isPending) attach.mutate(file, { onSettled: () => (target.value = '') });
          }}
        />
      </Field>
      {attach.isPending && <Waiting>{t`Sender filen`}</Waiting>}
      <div role="status" className="kk-live">
        {attach.isSuccess && <Trans>{fileName} er lagt ved saken.</Trans>}
      </div>
      <ProblemAlert error={attach.error} texts={texts} />
    </div>
  );
}
