export const payoutStatuses = ['prepared', 'approved', 'sent', 'settled', 'withdrawn'] as const;

/** `sent` when it was first downloaded; `settled` when the bank, or a person, has answered for each line. */
export type PayoutStatus = (typeof payoutStatuses)[number];

const payoutTransitions: Readonly<Record<PayoutStatus, readonly PayoutStatus[]>> = {
  prepared: ['approved', 'withdrawn'],
  approved: ['sent', 'withdrawn'],
  sent: ['settled'],
  settled: [],
  withdrawn: [],
};

export function payoutMayBecome(from: PayoutStatus, to: PayoutStatus): boolean {
  return payoutTransitions[from].includes(to);
}

export const payoutLineStatuses = ['included', 'settled', 'returned', 'withdrawn'] as const;
export type PayoutLineStatus = (typeof payoutLineStatuses)[number];

/** A settled line may come back: the receiver's bank has days to find that there is no such account. */
const lineTransitions: Readonly<Record<PayoutLineStatus, readonly PayoutLineStatus[]>> = {
  included: ['settled', 'returned', 'withdrawn'],
  settled: ['returned'],
  returned: [],
  withdrawn: [],
};

export function lineMayBecome(from: PayoutLineStatus, to: PayoutLineStatus): boolean {
  return lineTransitions[from].includes(to);
}
