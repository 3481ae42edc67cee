import { useLingui } from '@lingui/react/macro';
import { ArrowUndoIcon } from '@navikt/aksel-icons';
import { useEffect, useEffectEvent, useState } from 'react';
import styles from './cashier.module.css';

const pinLength = 6;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** Six digits by touch or keyboard; the last one submits. The digits are never shown. */
export function PinPad({ isBusy, onComplete }: { isBusy: boolean; onComplete: (pin: string) => void }) {
  const { t } = useLingui();
  const [pin, setPin] = useState('');

  function press(digit: string) {
    if (isBusy || pin.length >= pinLength) return;
    const next = pin + digit;
    setPin(next);
    if (next.length === pinLength) onComplete(next);
  }
  const listen = useEffectEvent((event: KeyboardEvent) => {
    if (/^\d$/.test(event.key)) press(event.key);
    else if (event.key === 'Backspace') setPin(pin.slice(0, -1));
  });
  useEffect(() => {
    const handler = (event: KeyboardEvent) => listen(event);
    window.addEventListener('keydown', handler);
    return () => window.removeEventListener('keydown', handler);
  }, []);

  return (
    <div>
      <div className={styles.dots} role="status" aria-label={t`${pin.length} av ${pinLength} siffer`}>
        {Array.from({ length: pinLength }, (_, index) => (
          <span key={index} data-filled={index < pin.length} />
        ))}
      </div>
      <div className={styles.pad} role="group" aria-label={t`PIN`}>
        {digits.map((digit) => (
          <button key={digit} type="button" onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" aria-label={t`Slett siste siffer`} onClick={() => setPin(pin.slice(0, -1))}>
          <ArrowUndoIcon aria-hidden />
        </button>
      </div>
    </div>
  );
}
