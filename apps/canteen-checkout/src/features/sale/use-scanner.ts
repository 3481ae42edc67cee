import { parseCardToken } from '@kantinekortet/codes';
import { useEffect, useRef } from 'react';
import { ScanBuffer } from './scan-buffer.ts';

interface ScanHandlers {
  onCard: (token: string) => void;
  /** A code that is no card of ours, or one that was read badly. */
  onForeign: () => void;
}

/** Listens to a keyboard-wedge scanner anywhere on the screen; typing in a field is left alone. */
export function useScanner(handlers: ScanHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const buffer = new ScanBuffer((text) => parseCardToken(text) !== undefined);
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const isReading = buffer.isReading;
      const scan = buffer.push(event.key, event.timeStamp);
      if (isReading && (event.key === 'Enter' || event.key === 'Tab')) event.preventDefault();
      if (scan?.kind === 'card') latest.current.onCard(scan.text);
      else if (scan !== undefined && !(event.target instanceof HTMLInputElement)) latest.current.onForeign();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
