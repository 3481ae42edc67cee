import type { Browsers, SchoolScene } from './school-scene.ts';

export type Caller = keyof Browsers;

/** Everyone who can ask, those who may least first. */
export const callers = [
  'nobody',
  'otherRegister',
  'otherOffice',
  'otherGuardian',
  'register',
  'guardian',
  'support',
  'office',
] as const satisfies readonly Caller[];

export const everyone = { may: callers };
export const visitors = { may: ['nobody', 'otherOffice', 'otherGuardian', 'guardian', 'support', 'office'] } as const;
export const people = { may: ['otherOffice', 'otherGuardian', 'guardian', 'support', 'office'] } as const;
export const guardians = { may: ['guardian', 'otherGuardian'] } as const;
export const family = { may: ['guardian'] } as const;
export const familyAndStaff = { may: ['guardian', 'support', 'office'] } as const;
export const staff = { may: ['support', 'office'] } as const;
export const office = { may: ['office'] } as const;
export const registers = { may: ['register', 'otherRegister'] } as const;
/** A register of another school passes the door, and is refused what it names. */
export const ownRegister = { may: ['register'], refusals: [401, 403, 404, 422] } as const;
/** Known by its signature alone, which nobody here can make. */
export const provider = { may: [], refusals: [400] } as const;

/** What the spec of every route needs to know about one. */
export interface RouteLine {
  readonly may: readonly Caller[];
  /** How everyone else may be refused; 401 without a session, else 403 or 404, unless it says something else. */
  readonly refusals?: readonly number[];
  /** A body that the route takes, made anew for each request. */
  readonly body?: (scene: SchoolScene) => unknown;
  /** Sent as a file of this type, not as JSON. */
  readonly contentType?: string;
  /** A query that the route takes. */
  readonly query?: string;
}
