import { Button, Paragraph } from '@digdir/designsystemet-react';
import { DateTime, TitledDialog } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import styles from './tills.module.css';

interface PairingCodeProps {
  name: string;
  /** Eight characters. */
  code: string;
  expiresAt: string;
  onClose: () => void;
}

/** The code is shown once, here. */
export function PairingCode({ name, code, expiresAt, onClose }: PairingCodeProps) {
  return (
    <TitledDialog title={<Trans>Koble til {name}</Trans>} onClose={onClose}>
      <Paragraph>
        <Trans>Åpne kassen på nettbrettet og skriv inn koden.</Trans>
      </Paragraph>
      <p className={styles.code}>
        <span>{code.slice(0, 4)}</span> <span>{code.slice(4)}</span>
      </p>
      <Paragraph className="kk-subtle">
        <Trans>
          Koden virker én gang, fram til <DateTime iso={expiresAt} show="time" />.
        </Trans>
      </Paragraph>
      <div>
        <Button onClick={onClose}>
          <Trans>Ferdig</Trans>
        </Button>
      </div>
    </TitledDialog>
  );
}
