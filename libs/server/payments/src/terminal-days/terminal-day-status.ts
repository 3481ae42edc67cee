/** `balanced`: the terminal's report says what the receipts say. `differs`: it does not, and a note says why. */
export const terminalDayStatuses = ['open', 'balanced', 'differs'] as const;
export type TerminalDayStatus = (typeof terminalDayStatuses)[number];

/** What may follow what: a day is closed once, and stays as it was closed. */
export const terminalDayTransitions: Readonly<Record<TerminalDayStatus, readonly TerminalDayStatus[]>> = {
  open: ['balanced', 'differs'],
  balanced: [],
  differs: [],
};

/** How a day ends whose receipts and terminal say these totals. */
export function closedStatus(receiptsTotalOre: number, terminalTotalOre: number): TerminalDayStatus {
  return receiptsTotalOre === terminalTotalOre ? 'balanced' : 'differs';
}
