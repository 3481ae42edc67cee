import { parseCardToken } from '@kantinekortet/codes';
import { QrScanner, TitledDialog } from '@kantinekortet/ui';
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
    <TitledDialog title={<Trans>Skann med kamera</Trans>} onClose={onClose} closedby="any">
      <QrScanner onRead={read} />
    </TitledDialog>
  );
}
