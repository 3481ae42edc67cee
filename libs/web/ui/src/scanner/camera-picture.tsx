import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCameraScan } from './use-camera-scan.ts';

/** The camera's picture with a frame to aim by. `onRead` gets each QR code's text. */
export function CameraPicture({ onRead }: { onRead: (text: string) => void }) {
  const { t } = useLingui();
  const { video, state } = useCameraScan(onRead);

  if (state === 'denied' || state === 'unavailable') {
    return (
      <Alert data-color="warning" role="alert">
        <Paragraph>
          {state === 'denied' ? (
            <Trans>Vi får ikke bruke kameraet. Gi nettleseren tilgang, eller skriv inn tallene selv.</Trans>
          ) : (
            <Trans>Vi finner ikke noe kamera. Skriv inn tallene selv.</Trans>
          )}
        </Paragraph>
      </Alert>
    );
  }
  return (
    <div className="kk-scanner" data-state={state}>
      <video ref={video} muted playsInline aria-label={t`Bildet fra kameraet`} />
      <p className="kk-scanner-hint" role="status">
        {state === 'starting' ? <Trans>Åpner kameraet …</Trans> : <Trans>Hold QR-koden inne i rammen.</Trans>}
      </p>
    </div>
  );
}
