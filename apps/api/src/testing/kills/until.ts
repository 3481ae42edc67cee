import { setTimeout as pause } from 'node:timers/promises';

const atMostMs = 90_000;
const pauseMs = 50;

/** Asks again and again until it is so. Throws, naming what was waited for, when it is not so in 90 seconds. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const endsAt = Date.now() + atMostMs;
  while (!(await isSo())) {
    if (Date.now() > endsAt) throw new Error(`Waited in vain until ${what}`);
    await pause(pauseMs);
  }
}
