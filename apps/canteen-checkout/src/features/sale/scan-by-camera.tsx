import { parseCardToken } from '@kantinekortet/codes';
import { Dialog, Heading } from '@digdir/designsystemet-react';
import { QrScanner } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';

/** Reads one card with the machine's camera and closes. */
export function ScanByCamera({ onScan, onClose }: { onScan: (token: string) => void; onClose: () => void }) {
  function read(text: string) {
    const token = parseCardToken(text);
    if (token === undefined) return;
    onScan(token);
    onClose();
  }
  return (
    <Dialog open onClose={onClose} closedby="any">
      <Heading level={2}>
        <Trans>Skann med kamera</Trans>
      </Heading>
      <QrScanner onRead={read} />
    </Dialog>
  );
}
