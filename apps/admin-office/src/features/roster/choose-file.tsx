import { Button, Field, Input, Label, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { problemOf } from '@kantinekortet/api-client';
import { ProblemAlert, useSingleFlight, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { ImportProgress } from './import-progress.tsx';
import type { Preview } from './roster-types.ts';

const texts: ProblemTexts = {
  roster_unreadable: msg`Vi klarer ikke å lese filen. Lagre den som CSV og prøv igjen.`,
  roster_columns: msg`Filen mangler kolonner. Den må ha navn, klasse og elev-ID eller fødselsdato.`,
};

/** Sends the file as it is; the server finds out its encoding and its delimiter. */
export function ChooseFile({ onPreview }: { onPreview: (preview: Preview) => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const field = useRef<HTMLInputElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const { data } = await api.client.POST('/schools/{schoolId}/roster-imports', {
        params: { path: { schoolId }, query: { fileName: file.name } },
        headers: { 'Content-Type': 'text/csv' },
        body: '',
        bodySerializer: () => file,
      });
      return data;
    },
    onSuccess: (preview) => preview && onPreview(preview),
  });
  const submit = useSingleFlight(async () => {
    const file = field.current?.files?.[0];
    setIsMissing(file === undefined);
    if (file) await upload.mutateAsync(file).catch(problemOf);
    else field.current?.focus();
  });
  return (
    <form
      noValidate
      className="kk-panel kk-stack kk-text"
      data-gap="4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ProblemAlert error={upload.error} texts={texts} />
      <Field>
        <Label htmlFor="file">
          <Trans>Elevliste (CSV)</Trans>
        </Label>
        <Input
          ref={field}
          id="file"
          type="file"
          accept=".csv,.txt,text/csv"
          aria-invalid={isMissing}
          aria-describedby="file-help file-missing"
        />
        <div role="alert" id="file-missing" className="kk-live">
          {isMissing && <ValidationMessage>{t`Velg en fil først.`}</ValidationMessage>}
        </div>
        <Paragraph id="file-help" data-size="sm" className="kk-subtle">
          <Trans>Kolonner: elev-ID, fornavn, etternavn, fødselsdato og klasse. Foresattes e-post er valgfritt.</Trans>
        </Paragraph>
      </Field>
      {upload.isPending && (
        <ImportProgress>
          <Trans>Leser filen …</Trans>
        </ImportProgress>
      )}
      <div>
        <Button type="submit" loading={upload.isPending}>
          <Trans>Se hva som endres</Trans>
        </Button>
      </div>
    </form>
  );
}
