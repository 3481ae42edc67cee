/** Whether a device may sell as this register. A revoked register is paired again by a new code. */
export const registerStatuses = ['unpaired', 'paired', 'revoked'] as const;
export type RegisterStatus = (typeof registerStatuses)[number];

const transitions: Readonly<Record<RegisterStatus, readonly RegisterStatus[]>> = {
  unpaired: ['paired', 'revoked'],
  paired: ['paired', 'revoked'],
  revoked: ['paired'],
};

export function canBecome(from: RegisterStatus, to: RegisterStatus): boolean {
  return transitions[from].includes(to);
}
