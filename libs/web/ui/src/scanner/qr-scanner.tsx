import { lazy, Suspense } from 'react';
import { Loading } from '../feedback/loading.tsx';

const CameraPicture = lazy(async () => ({ default: (await import('./camera-picture.tsx')).CameraPicture }));

/** A camera that reads QR codes, fetched when it opens. `onRead` gets each code's text; the parent closes it. */
export function QrScanner({ onRead }: { onRead: (text: string) => void }) {
  return (
    <Suspense fallback={<Loading rows={1} height={240} />}>
      <CameraPicture onRead={onRead} />
    </Suspense>
  );
}
