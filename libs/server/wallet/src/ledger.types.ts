/** What an operation did, as `operation.kind` stores it. */
export type OperationKind =
  | 'top_up'
  | 'sale'
  | 'sale_return'
  | 'sale_given_up'
  | 'fee'
  | 'fee_waiver'
  | 'claim'
  | 'claim_settlement'
  | 'claim_payment'
  | 'claim_waiver'
  | 'hold'
  | 'hold_post'
  | 'hold_void'
  | 'payout_confirmed'
  | 'payout_returned'
  | 'dispute'
  | 'dispute_won'
  | 'settlement'
  | 'goodwill'
  | 'sibling_transfer'
  | 'vat_closing'
  | 'release'
  | 'correction';

/** A school's own accounts; their balances follow from transfers. */
export type LedgerAccountKind =
  | 'revenue'
  | 'fee_income'
  | 'claims'
  | 'clearing'
  | 'bank'
  | 'client_bank'
  | 'in_transit'
  | 'provider_cost'
  | 'goodwill_cost'
  | 'vat'
  | 'offline_loss';

/**
 * One side of a leg: a wallet, or the school's account of a kind. The name tells accounts of one kind apart, such as
 * the clearing account of each payment provider; an account is opened by its first use.
 */
export type AccountRef =
  { readonly walletId: string } | { readonly account: LedgerAccountKind; readonly name?: string | undefined };

/** Who paid and with which payment: what makes money of a wallet a layer that belongs to somebody. */
export interface Origin {
  readonly payerId: string | null;
  readonly paymentReference: string | null;
}

/** Money from one account to another: a positive whole number of øre. */
export interface Leg extends Partial<Origin> {
  readonly debit: AccountRef;
  readonly credit: AccountRef;
  readonly amountOre: number;
  /** The hold that reserved this money, when the leg posts one. */
  readonly holdId?: string | undefined;
}

export interface NewHold extends Origin {
  readonly id: string;
  readonly walletId: string;
  readonly amountOre: number;
}

export interface NewClaim {
  readonly id: string;
  readonly walletId: string;
  readonly amountOre: number;
  /** A stable code that a screen translates, such as `replacement_fee`. */
  readonly reason: string;
}

export interface NewSettlement {
  readonly claimId: string;
  readonly amountOre: number;
}

/** Who asks for what, under the id that the asker made. Content is everything that must be equal in a repetition. */
export interface OperationRequest {
  readonly id: string;
  readonly schoolId: string;
  readonly kind: OperationKind;
  /** Who asks, as `person:<id>`, `register:<id>` or `system:<name>`. */
  readonly actor: string;
  readonly content: unknown;
  /** When it happened; what the server knew later is recorded later. */
  readonly occurredAt: Date;
  readonly reversesOperationId?: string | undefined;
}

/**
 * All that an operation does, in the order it is booked: holds end, legs move money, holds are placed, claims arise,
 * claims are settled. The result is plain JSON: it is stored, and is the answer to a repetition.
 */
export interface Booking<Result extends object> {
  readonly result: Result;
  readonly holdEnds?: readonly { readonly holdId: string; readonly postedOre: number }[];
  readonly legs?: readonly Leg[];
  readonly holds?: readonly NewHold[];
  readonly claims?: readonly NewClaim[];
  readonly settlements?: readonly NewSettlement[];
}

/** The result, and whether it is the first answer to an operation that was booked before. */
export interface Outcome<Result extends object> {
  readonly isReplay: boolean;
  readonly result: Result;
}
