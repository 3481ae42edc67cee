import { Button, Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import styles from './inbox.module.css';

const maximumBytes = 10 * 1024 * 1024;

interface ReplyFilesProps {
  files: readonly File[];
  /** Whether they stay at the school, with a note. */
  isInternal: boolean;
  onChange: (files: readonly File[]) => void;
}

/** The files that go with what is written. They leave this machine with it, and not before. */
export function ReplyFiles({ files, isInternal, onChange }: ReplyFilesProps) {
  const { t } = useLingui();
  const [tooLarge, setTooLarge] = useState<readonly string[]>([]);

  function add(chosen: readonly File[]) {
    setTooLarge(chosen.filter(({ size }) => size > maximumBytes).map(({ name }) => name));
    onChange([...files, ...chosen.filter(({ size }) => size <= maximumBytes)]);
  }

  return (
    <div className="kk-stack" data-gap="2">
      <Field>
        <Label>
          <Trans>Legg ved bilder eller PDF</Trans>
        </Label>
        <Field.Description>
          {isInternal ? (
            <Trans>Høyst 10 MB. Filene blir hos skolen.</Trans>
          ) : (
            <Trans>Høyst 10 MB. Avsenderen laster dem ned fra saken. De ligger ikke i e-posten.</Trans>
          )}
        </Field.Description>
        <Input
          type="file"
          multiple
          accept="image/png,image/jpeg,image/webp,application/pdf"
          aria-invalid={tooLarge.length > 0 || undefined}
          onChange={({ target }) => {
            add([...(target.files ?? [])]);
            target.value = '';
          }}
        />
        {tooLarge.length > 0 && (
          <ValidationMessage>{t`For stor, høyst 10 MB: ${tooLarge.join(', ')}`}</ValidationMessage>
        )}
      </Field>
      {files.length > 0 && (
        <ul className={styles.list} aria-label={t`Filer som følger med`}>
          {files.map((file, index) => (
            <li key={index} className="kk-row">
              <span className={styles.fileName}>{file.name}</span>
              <span className="kk-subtle">{Math.ceil(file.size / 1000)} kB</span>
              <Button
                type="button"
                variant="tertiary"
                data-color="neutral"
                aria-label={t`Fjern ${file.name}`}
                onClick={() => onChange(files.filter((other) => other !== file))}
              >
                <Trans>Fjern</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
