/** From each status, where a guardianship may go. */
export const guardianshipTransitions = {
  pending: ['active', 'rejected'],
  active: ['ended'],
  rejected: [],
  ended: [],
} as const;

export type GuardianshipStatus = keyof typeof guardianshipTransitions;

/** Who must agree before someone becomes a pupil's guardian. */
export type Approver = 'none' | 'first_guardian' | 'office';

/** Who has asked a person to become a guardian. */
export interface Inviter {
  readonly role: 'guardian' | 'office';
  readonly personId: string;
}

interface PupilToJoin {
  readonly guardianEmails: readonly string[];
  readonly firstGuardianId: string | null;
  /** Whether one of its guardians and the others must not be told of each other. */
  readonly hasDiscreetGuardian: boolean;
}

/**
 * Who must agree. Whom the office invites, nobody. Where the school's roster names guardians' e-mail addresses, anyone
 * else needs the office, and so does everyone where a guardian must not be told of another. A pupil who has a guardian
 * gets another when the first of them, or the office, agrees; the first one's invitation is that yes.
 */
export function approverOf(pupil: PupilToJoin, applicantEmail: string, inviter?: Inviter): Approver {
  if (inviter?.role === 'office') return 'none';
  const isNamed = pupil.guardianEmails.includes(applicantEmail.toLowerCase());
  if ((pupil.guardianEmails.length > 0 && !isNamed) || pupil.hasDiscreetGuardian) return 'office';
  return pupil.firstGuardianId === null || pupil.firstGuardianId === inviter?.personId ? 'none' : 'first_guardian';
}

/** Whether a guardianship may go from one status to another. */
export function mayBecome(from: GuardianshipStatus, to: GuardianshipStatus): boolean {
  const allowed: readonly GuardianshipStatus[] = guardianshipTransitions[from];
  return allowed.includes(to);
}
