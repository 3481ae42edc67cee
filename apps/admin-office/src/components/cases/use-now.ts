import { useEffect, useState } from 'react';

const everyMs = 30_000;

/** The time in ms, told anew twice a minute, so that what is due becomes overdue on the screen. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
