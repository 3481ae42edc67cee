/**
 * What can be waiting for the office, and whether a written note is all it takes (`byNote`). The others are resolved
 * where the thing itself is done. A new kind needs its line here and its words on the office's screen.
 */
export const taskKinds = {
  /** A payment that is not what was asked for: payments. */
  payment_discrepancy: { byNote: false },
  /** Money that the provider has, and nobody here asked for: payments. */
  unknown_payment: { byNote: true },
  /** A payment that is booked here, and that the provider does not know: payments. */
  missing_payment: { byNote: true },
  /** A payout report that is not what was booked: payments. */
  settlement_difference: { byNote: true },
  /** A payer's bank takes a payment back: payments. */
  dispute: { byNote: true },
  /** Somebody has refunded a payment at the provider: payments. */
  dashboard_refund: { byNote: true },
  /** Part of a refund that somebody uninvolved must approve before the bank gets it: refunds. */
  refund_approval: { byNote: false },
  /** A payment file that somebody else than who prepared it must approve: refunds. */
  payout_approval: { byNote: false },
  /** The bank sent money back that was taken for paid, or that nobody has a mail address for: refunds. */
  payout_returned: { byNote: true },
  /** Parts of refunds have been ready for the bank for days, and nobody has made a payment file of them: refunds. */
  payout_overdue: { byNote: false },
  /** A payment file was approved days ago, and nobody has fetched it for the bank: refunds. */
  payout_not_fetched: { byNote: false },
  /** The bank has not answered for all of a payment file, a week after it left: refunds. */
  payout_unanswered: { byNote: false },
  /** The bank says of a payment file what cannot be: refunds. */
  payout_contradiction: { byNote: true },
  /** A provider has not said what became of payments for a day: payments. */
  provider_silent: { byNote: false },
  /** Part of a refund that the provider has neither taken nor refused for a day: refunds. */
  refund_stuck: { byNote: false },
  /** Part of a refund that the provider has, and whose payer should have had it by now: refunds. */
  refund_unconfirmed: { byNote: false },
  /** A day of the bank terminal that is open while payouts of its money wait: refunds. */
  terminal_day_open: { byNote: false },
  /** The nightly proof found something in the school's books: books. */
  books_red: { byNote: false },
  /** More than 80 per cent of what a limited network may take in a year without notice: books. */
  limited_network_near: { byNote: true },
  /** More than that: Finanstilsynet has to be told: books. */
  limited_network_over: { byNote: true },
} as const satisfies Readonly<Record<string, { readonly byNote: boolean }>>;

export type TaskKind = keyof typeof taskKinds;

export const taskKindNames: readonly string[] = Object.keys(taskKinds);
