import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { loadQrDetector } from './qr-detector.ts';

export type CameraState = 'starting' | 'scanning' | 'denied' | 'unavailable';

const pauseMs = 120;

interface CameraScan {
  video: RefObject<HTMLVideoElement | null>;
  state: CameraState;
}

/** Runs the rear camera into `video` and calls `onRead` with each QR code's text, until the component is gone. */
export function useCameraScan(onRead: (text: string) => void): CameraScan {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('starting');
  const read = useEffectEvent(onRead);

  useEffect(() => {
    const stopped = new AbortController();
    let stream: MediaStream | undefined;
    const hasStopped = () => stopped.signal.aborted;

    async function run() {
      const screen = video.current;
      if (!screen) return;
      const [opened, detect] = await Promise.all([
        navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }),
        loadQrDetector(),
      ]);
      stream = opened;
      if (hasStopped()) {
        stopCamera(stream);
        return;
      }
      screen.srcObject = stream;
      await screen.play();
      setState('scanning');
      while (!hasStopped()) {
        const text = await detect(screen).catch(() => undefined);
        if (text && !hasStopped()) read(text);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }

    run().catch((error: unknown) => {
      if (!hasStopped()) setState(isDenied(error) ? 'denied' : 'unavailable');
    });
    return () => {
      stopped.abort();
      stopCamera(stream);
    };
  }, []);

  return { video, state };
}

function stopCamera(stream: MediaStream | undefined) {
  stream?.getTracks().forEach((track) => {
    track.stop();
  });
}

function isDenied(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError';
}
