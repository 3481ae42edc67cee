import { Trans, useLingui } from '@lingui/react/macro';
import styles from './roster.module.css';
import type { Preview } from './roster-types.ts';

/** The file in figures. */
export function PreviewCounts({ preview }: { preview: Preview }) {
  const { t } = useLingui();
  const { counts, fileName } = preview;
  const ready = counts.rows - counts.errors;
  const figures = [
    { label: t`Nye`, count: counts.new },
    { label: t`Endret`, count: counts.changed },
    { label: t`Uendret`, count: counts.unchanged },
    { label: t`Må velges`, count: counts.ambiguous },
    { label: t`Feil`, count: counts.errors },
    { label: t`Ikke i filen`, count: counts.leaving },
  ];
  return (
    <section className="kk-stack" data-gap="3" aria-label={t`Oppsummering`}>
      <p role="status">
        <Trans>
          <strong>{fileName}</strong>: {ready} av {counts.rows} rader er klare.
        </Trans>
      </p>
      <dl className={styles.counts}>
        {figures.map(({ label, count }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
