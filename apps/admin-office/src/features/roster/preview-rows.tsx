import { Select, Table, Tag } from '@digdir/designsystemet-react';
import { useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import styles from './roster.module.css';
import type { PreviewRow } from './roster-types.ts';
import { useFieldName, useRowErrorText } from './row-texts.ts';

const maximumRows = 500;

interface PreviewRowsProps {
  rows: readonly PreviewRow[];
  matches: ReadonlyMap<number, string | null>;
  onMatch: (line: number, pupilId: string | null) => void;
}

/** Row by row: errors first, then what a person must choose, then what is new or changed. */
export function PreviewRows({ rows, matches, onMatch }: PreviewRowsProps) {
  const { t } = useLingui();
  const order: readonly PreviewRow['kind'][] = ['error', 'ambiguous', 'changed', 'new'];
  const shown = rows
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.line - b.line)
    .slice(0, maximumRows);
  if (shown.length === 0) return <p>{t`Ingenting i filen er nytt.`}</p>;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t`Rader i filen`}>
      <Table stickyHeader>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell className="kk-number">{t`Rad`}</Table.HeaderCell>
            <Table.HeaderCell>{t`Elev`}</Table.HeaderCell>
            <Table.HeaderCell>{t`Klasse`}</Table.HeaderCell>
            <Table.HeaderCell>{t`Hva skjer`}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {shown.map((row) => (
            <Table.Row key={row.line}>
              <Table.Cell className="kk-number">{row.line}</Table.Cell>
              <Table.Cell>{row.name}</Table.Cell>
              <Table.Cell>{row.className}</Table.Cell>
              <Table.Cell>
                <RowOutcome row={row} match={matches.get(row.line)} onMatch={(pupilId) => onMatch(row.line, pupilId)} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {rows.length > maximumRows && (
        <p className="kk-subtle">
          <Trans>Bare de {maximumRows} første radene vises. Alle blir importert.</Trans>
        </p>
      )}
    </div>
  );
}

interface RowOutcomeProps {
  row: PreviewRow;
  match: string | null | undefined;
  onMatch: (pupilId: string | null) => void;
}

function RowOutcome({ row, match, onMatch }: RowOutcomeProps) {
  const { t } = useLingui();
  const fieldName = useFieldName();
  const errorText = useRowErrorText();
  const format = useFormat();
  if (row.kind === 'new') return <Tag data-color="success">{t`Ny`}</Tag>;
  if (row.kind === 'error') {
    return (
      <span className="kk-row">
        <Tag data-color="danger">{t`Feil`}</Tag>
        {row.errors.map(errorText).join(' ')}
      </span>
    );
  }
  if (row.kind === 'ambiguous') {
    return (
      <Select
        aria-label={t`Hvem er rad ${row.line}?`}
        value={match === undefined ? 'unset' : (match ?? 'new')}
        onChange={({ target: { value } }) => onMatch(value === 'new' ? null : value)}
      >
        <option value="unset" disabled>{t`Velg`}</option>
        {row.candidates.map(({ pupilId, name, className, birthDate }) => (
          <option key={pupilId} value={pupilId}>
            {[name, className, birthDate && format.date(birthDate)].filter(Boolean).join(', ')}
          </option>
        ))}
        <option value="new">{t`Ny elev`}</option>
      </Select>
    );
  }
  return (
    <span className="kk-row">
      <Tag data-color="warning">{t`Endret`}</Tag>
      {row.changes.map(({ field, from, to }) => `${fieldName(field)}: ${from ?? '–'} → ${to ?? '–'}`).join(', ')}
    </span>
  );
}
