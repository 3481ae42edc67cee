import { download } from '@kantinekortet/ui';
import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useSchoolId } from '../../app/school.ts';
import type { Applied, Preview } from './roster-types.ts';
import { useRowErrorText } from './row-texts.ts';

interface ImportReceiptProps {
  preview: Preview;
  result: Applied;
  onAgain: () => void;
}

/** What was done, and the rows that were not, to mend in the source. */
export function ImportReceipt({ preview, result, onAgain }: ImportReceiptProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const errorText = useRowErrorText();
  const rejects = preview.rows.filter(({ kind }) => kind === 'error');
  function downloadRejects() {
    const lines = rejects.map(({ line, name, errors }) => [line, name, errors.map(errorText).join(' ')]);
    const csv = [[t`Rad`, t`Elev`, t`Feil`], ...lines].map((cells) => cells.map(quote).join(';')).join('\r\n');
    download(new Blob(['\uFEFF', csv], { type: 'text/csv' }), 'avviste-rader.csv');
  }
  return (
    <Alert data-color="success" role="status">
      <div className="kk-stack" data-gap="3">
        <Heading level={2} data-size="xs">
          <Trans>Elevlisten er importert</Trans>
        </Heading>
        <Paragraph>
          <Trans>
            {result.created} nye, {result.changed} endret, {result.unchanged} uendret og {result.left} har sluttet.
          </Trans>
        </Paragraph>
        {result.skipped > 0 && (
          <Paragraph>
            <Plural value={result.skipped} one="# rad ble ikke importert." other="# rader ble ikke importert." />
          </Paragraph>
        )}
        <div className="kk-row">
          <Button asChild>
            <Link to="/$schoolId/kort" params={{ schoolId }}>
              <Trans>Skriv ut kort</Trans>
            </Link>
          </Button>
          {rejects.length > 0 && (
            <Button variant="secondary" onClick={downloadRejects}>
              <Trans>Last ned avviste</Trans>
            </Button>
          )}
          <Button variant="secondary" onClick={onAgain}>
            <Trans>Importer flere</Trans>
          </Button>
        </div>
      </div>
    </Alert>
  );
}

function quote(cell: string | number): string {
  return `"${String(cell).replaceAll('"', '""')}"`;
}
