import { Textfield } from '@digdir/designsystemet-react';
import { parseCardToken } from '@kantinekortet/codes';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, type Ref, useState } from 'react';

interface ScanFieldProps {
  ref: Ref<HTMLInputElement>;
  label: ReactNode;
  scan: string;
  /** Whether the form was sent without it. */
  isMissed: boolean;
  onChange: (scan: string) => void;
  /** The scanner has ended with Enter, and what it typed is a card's code. */
  onScanned: () => void;
}

/** Takes the code of a card from a scanner, which types it and ends with Enter: that Enter sends nothing. */
export function ScanField({ ref, label, scan, isMissed, onChange, onScanned }: ScanFieldProps) {
  const { t } = useLingui();
  const [isUnreadable, setIsUnreadable] = useState(false);
  const isScanned = parseCardToken(scan) !== undefined;
  const mistake = isUnreadable ? t`Dette er ikke koden på et kantinekort. Skann på nytt.` : t`Skann kortet.`;
  return (
    <div className="kk-stack" data-gap="1">
      <Textfield
        ref={ref}
        label={label}
        autoComplete="off"
        spellCheck={false}
        value={scan}
        error={!isScanned && (isUnreadable || isMissed) ? mistake : undefined}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setIsUnreadable(false);
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          setIsUnreadable(!isScanned);
          if (isScanned) onScanned();
          else event.currentTarget.select();
        }}
      />
      <div role="status" className="kk-live">
        {isScanned && <Trans>Kortet er skannet.</Trans>}
      </div>
    </div>
  );
}
