import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { parseCardToken } from '@kantinekortet/codes';
import { focusFirst, ProblemAlert, type ProblemTexts, TitledDialog, useSingleFlight } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';

const texts: ProblemTexts = {
  card_unknown: msg`Vi kjenner ikke kortet. Skann på nytt.`,
  card_not_in_stock: msg`Kortet er i bruk av en annen elev eller avsluttet.`,
  pupil_has_card: msg`Eleven har et kort fra før.`,
};

/** Hands out a card: the scanner types its code into the field and ends with Enter. */
export function IssueCard({ pupilId, onClose }: { pupilId: string; onClose: () => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const [scan, setScan] = useState('');
  const [isUnreadable, setIsUnreadable] = useState(false);
  const issue = useMutation({
    mutationFn: (token: string) =>
      api.client.POST('/schools/{schoolId}/pupils/{pupilId}/card', {
        params: { path: { schoolId, pupilId } },
        body: { token },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  const submit = useSingleFlight(async () => {
    const token = parseCardToken(scan);
    setIsUnreadable(token === undefined);
    setScan('');
    if (token !== undefined) await issue.mutateAsync(token).catch(() => undefined);
  });
  return (
    <TitledDialog title={<Trans>Gi kort</Trans>} onClose={onClose}>
      <form
        className="kk-stack"
        data-gap="4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Paragraph>
          <Trans>Skann koden på et kort fra lageret.</Trans>
        </Paragraph>
        <ProblemAlert error={issue.error} texts={texts} />
        <Textfield
          ref={focusFirst}
          label={t`Kode på kortet`}
          autoComplete="off"
          spellCheck={false}
          value={scan}
          error={isUnreadable ? t`Dette er ikke koden på et kantinekort. Skann på nytt.` : undefined}
          onChange={(event) => setScan(event.target.value)}
        />
        <div className="kk-row">
          <Button type="submit" loading={issue.isPending}>
            <Trans>Gi kort</Trans>
          </Button>
          <Button variant="secondary" data-color="neutral" type="button" onClick={onClose}>
            <Trans>Avbryt</Trans>
          </Button>
        </div>
      </form>
    </TitledDialog>
  );
}
