import {
  Alert,
  Button,
  Field,
  Heading,
  Input,
  Label,
  Paragraph,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { ProblemAlert, useSingleFlight } from '@kantinekortet/ui';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { payoutProblems } from './use-payout-words.ts';

/** Takes the file with which the bank answers a payment file. */
export function BankAnswer() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const { data } = await api.client.POST('/schools/{schoolId}/payout-answers', {
        params: { path: { schoolId } },
        headers: { 'Content-Type': 'application/octet-stream' },
        body: '',
        bodySerializer: () => file,
      });
      return data;
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const submit = useSingleFlight(async () => {
    const file = field.current?.files?.[0];
    setIsMissing(file === undefined);
    if (file) await upload.mutateAsync(file).catch(() => undefined);
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
      <Heading level={2} data-size="2xs">
        <Trans>Svar fra banken</Trans>
      </Heading>
      <ProblemAlert error={upload.error} texts={payoutProblems} />
      <div role="status" className="kk-live">
        {upload.data && <Taken answer={upload.data} />}
      </div>
      <Field>
        <Label htmlFor="svarfil">
          <Trans>Svarfil (pain.002)</Trans>
        </Label>
        <Input
          ref={field}
          id="svarfil"
          type="file"
          accept=".xml,application/xml,text/xml"
          aria-invalid={isMissing}
          aria-describedby="svarfil-mangler"
        />
        <div role="alert" id="svarfil-mangler" className="kk-live">
          {isMissing && <ValidationMessage>{t`Velg en fil først.`}</ValidationMessage>}
        </div>
      </Field>
      <div>
        <Button type="submit" variant="secondary" loading={upload.isPending}>
          <Trans>Les inn svaret</Trans>
        </Button>
      </div>
    </form>
  );
}

function Taken({ answer }: { answer: Reply<'/schools/{schoolId}/payout-answers', 'post'> }) {
  const { settledCount, returnedCount, acceptedCount, contradictedLines, unknownCount, payout } = answer;
  const isContradicted = contradictedLines.length > 0 || unknownCount > 0;
  return (
    <Alert data-color={returnedCount > 0 || isContradicted ? 'warning' : 'success'}>
      <Paragraph>
        <Trans>Fil {payout.number}:</Trans> <Plural value={settledCount} one="# utbetalt" other="# utbetalt" />,{' '}
        <Plural value={returnedCount} one="# i retur" other="# i retur" />,{' '}
        <Plural value={acceptedCount} one="# mottatt av banken" other="# mottatt av banken" />.
      </Paragraph>
      {isContradicted && (
        <Paragraph>
          <Trans>
            Noe i svaret stemmer ikke med det som er ført. Det er ikke endret, og ligger som en oppgave under Oppgaver.
          </Trans>
        </Paragraph>
      )}
    </Alert>
  );
}
