import { PageHeader } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ApplyImport } from './apply-import.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ImportHistory } from './import-history.tsx';
import { ImportReceipt } from './import-receipt.tsx';
import type { Applied, Preview } from './roster-types.ts';

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'applied'; readonly preview: Preview; readonly result: Applied };

/** File, preview, apply, receipt: nothing is changed before the office has seen what will change. */
export function Roster() {
  const { t } = useLingui();
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const restart = () => setStep({ kind: 'choose' });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Importer elever`}>
        <Trans>Hent en CSV-fil fra det skoleadministrative systemet. Du ser hva som endres før noe lagres.</Trans>
      </PageHeader>
      {step.kind === 'choose' && <ChooseFile onPreview={(preview) => setStep({ kind: 'preview', preview })} />}
      {step.kind === 'preview' && (
        <ApplyImport
          preview={step.preview}
          onApplied={(result) => setStep({ kind: 'applied', preview: step.preview, result })}
          onCancel={restart}
        />
      )}
      {step.kind === 'applied' && <ImportReceipt preview={step.preview} result={step.result} onAgain={restart} />}
      {step.kind !== 'preview' && <ImportHistory />}
    </div>
  );
}
