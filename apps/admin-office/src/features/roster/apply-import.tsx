import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react';
import { ProblemAlert, useSingleFlight, type ProblemTexts } from '@kantinekortet/ui';
import { msg, plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { Applying } from './applying.tsx';
import { PreviewCounts } from './preview-counts.tsx';
import { PreviewRows } from './preview-rows.tsx';
import type { Applied, Preview } from './roster-types.ts';

const texts: ProblemTexts = {
  roster_preview_outdated: msg`Skolen er endret siden filen ble lest. Last opp filen på nytt.`,
  leaving_count_needed: msg`Antallet stemmer ikke med hvor mange som slutter.`,
};

interface ApplyImportProps {
  preview: Preview;
  onApplied: (result: Applied) => void;
  onCancel: () => void;
}

/** What will change, the matches made by hand, and the one button that does it all or nothing. */
export function ApplyImport({ preview, onApplied, onCancel }: ApplyImportProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const [matches, setMatches] = useState<ReadonlyMap<number, string | null>>(new Map());
  const [isComplete, setIsComplete] = useState(false);
  const [typedCount, setTypedCount] = useState('');
  const apply = useMutation({
    mutationFn: async () => {
      const { data } = await api.client.POST('/schools/{schoolId}/roster-imports/{id}/apply', {
        params: { path: { schoolId, id: preview.id } },
        body: {
          fileIsComplete: isComplete,
          matches: Array.from(matches, ([line, pupilId]) => ({ line, pupilId })),
          ...(isComplete && preview.leavingNeedsCount && { leavingCount: Number(typedCount) }),
        },
      });
      return data;
    },
    onSuccess: async (result) => {
      await queryClient.invalidateQueries();
      if (result) onApplied(result);
    },
  });
  const submit = useSingleFlight(() => apply.mutateAsync().catch(() => undefined));
  const { leaving } = preview.counts;
  return (
    <div className="kk-stack" data-gap="5">
      <PreviewCounts preview={preview} />
      <PreviewRows
        rows={preview.rows}
        matches={matches}
        onMatch={(line, pupilId) => setMatches(new Map(matches).set(line, pupilId))}
      />
      {leaving > 0 && (
        <section className="kk-panel kk-stack" data-gap="3">
          <Checkbox
            label={t`Filen er komplett: ${plural(leaving, {
              one: '# elev som ikke står i filen, har sluttet',
              other: '# elever som ikke står i filen, har sluttet',
            })}`}
            checked={isComplete}
            onChange={(event) => setIsComplete(event.target.checked)}
          />
          {isComplete && (
            <details>
              <summary>
                <Trans>Vis hvem som slutter</Trans>
              </summary>
              <ul>
                {preview.leaving.map(({ pupilId, name, className }) => (
                  <li key={pupilId}>{[name, className].filter(Boolean).join(', ')}</li>
                ))}
              </ul>
            </details>
          )}
          {isComplete && preview.leavingNeedsCount && (
            <Textfield
              label={t`Mange slutter. Skriv antallet (${leaving}) for å bekrefte`}
              inputMode="numeric"
              value={typedCount}
              onChange={(event) => setTypedCount(event.target.value)}
            />
          )}
        </section>
      )}
      <ProblemAlert error={apply.error} texts={texts} />
      {apply.isPending && <Applying preview={preview} />}
      <div className="kk-row">
        <Button loading={apply.isPending} onClick={() => void submit()}>
          <Trans>Importer</Trans>
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={onCancel}>
          <Trans>Velg annen fil</Trans>
        </Button>
      </div>
    </div>
  );
}
