import { parseCardToken } from '@kantinekortet/codes';
import { useEffect, useRef } from 'react';
import { ScanBuffer } from './scan-buffer.ts';

/** Listens to a keyboard-wedge scanner anywhere on the screen; typing in a field is left alone. */
export function useScanner(onScan: (token: string) => void): void {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(() => {
    const buffer = new ScanBuffer((text) => parseCardToken(text) !== undefined);
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const isReading = buffer.isReading;
      const token = buffer.push(event.key, event.timeStamp);
      if (isReading && (event.key === 'Enter' || event.key === 'Tab')) event.preventDefault();
      if (token !== undefined) latest.current(token);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
