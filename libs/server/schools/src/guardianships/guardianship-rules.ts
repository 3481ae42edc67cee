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

/**
 * Who must agree. Where the school's roster names guardians' e-mail addresses, anyone else needs the office; a pupil
 * who has a guardian gets another when the first of them, or the office, agrees.
 */
export function approverOf(
  pupil: { readonly guardianEmails: readonly string[]; readonly hasGuardian: boolean },
  applicantEmail: string,
): Approver {
  const isNamed = pupil.guardianEmails.includes(applicantEmail.toLowerCase());
  if (pupil.guardianEmails.length > 0 && !isNamed) return 'office';
  return pupil.hasGuardian ? 'first_guardian' : 'none';
}

/** Whether a guardianship may go from one status to another. */
export function mayBecome(from: GuardianshipStatus, to: GuardianshipStatus): boolean {
  const allowed: readonly GuardianshipStatus[] = guardianshipTransitions[from];
  return allowed.includes(to);
}
