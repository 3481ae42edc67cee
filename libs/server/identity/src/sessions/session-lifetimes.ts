import type { App } from '../access/apps.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface SessionLifetime {
  /** Unused for this long, a session ends. */
  readonly idleMs: number;
  /** However much it is used, a session ends after this (NIST SP 800-63B §2.1.3: at most 30 days for one factor). */
  readonly absoluteMs: number;
  /** How stale "last seen" may be, so that not every request writes. */
  readonly touchEveryMs: number;
}

/** An office shows every pupil, so it is short; a till sleeps through the summer and is revoked by the office. */
export const sessionLifetimes: Readonly<Record<App, SessionLifetime>> = {
  'parent-portal': { idleMs: 7 * day, absoluteMs: 30 * day, touchEveryMs: 5 * minute },
  'admin-office': { idleMs: 2 * hour, absoluteMs: 12 * hour, touchEveryMs: minute },
  'canteen-checkout': { idleMs: 100 * day, absoluteMs: 400 * day, touchEveryMs: 5 * minute },
};
