import { isOwnPath } from '@kantinekortet/ui';

const storageKey = 'kantinekortet.nextStop';
const keepMs = 24 * 60 * 60 * 1000;

/**
 * Where to go after signing in, kept while a new guardian goes by way of the mail: the letter's QR code opens the card
 * form, the profile comes first, and the mail's link opens another tab.
 */
export function keepNextStop(href: string | undefined): void {
  if (isOwnPath(href)) localStorage.setItem(storageKey, JSON.stringify({ href, at: Date.now() }));
}

/** The kept place, once; undefined when there is none or it is more than a day old. */
export function takeNextStop(): string | undefined {
  const stored = localStorage.getItem(storageKey);
  localStorage.removeItem(storageKey);
  const kept: unknown = stored === null ? undefined : JSON.parse(stored);
  if (typeof kept !== 'object' || kept === null || !('href' in kept) || !('at' in kept)) return undefined;
  const isFresh = typeof kept.at === 'number' && Date.now() - kept.at < keepMs;
  return isFresh && isOwnPath(kept.href) ? kept.href : undefined;
}
