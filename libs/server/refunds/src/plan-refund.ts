import type { Layer } from '@kantinekortet/wallet';

/** A payment that a provider took, as far as sending it back needs it. */
export interface RefundablePayment {
  /** What the layers of its money name it by. */
  readonly reference: string;
  readonly provider: string;
  /** The provider's id of it. */
  readonly providerReference: string;
  readonly paidAt: Date;
  readonly card: { readonly brand: string; readonly last4: string } | null;
  /** The provider would not take a part of it back before: what is left of it goes by the bank, after approval. */
  readonly wasRefused: boolean;
}

/** One way that part of a refund goes, in the order in which the holds are placed. */
export type PlannedPart =
  | { readonly route: 'provider'; readonly amountOre: number; readonly payment: RefundablePayment }
  | {
      readonly route: 'bank';
      readonly amountOre: number;
      /** Null for what several payments brought, or what no payment is known for. */
      readonly paymentReference: string | null;
      readonly needsApproval: boolean;
    };

export type PayerKind = 'person' | 'household';

interface Wish {
  /** What is left of the payer's own money, oldest first. */
  readonly layers: readonly Layer[];
  readonly payments: readonly RefundablePayment[];
  readonly payerKind: PayerKind;
  /** At most the sum of the layers. */
  readonly amountOre: number;
  readonly now: Date;
}

/**
 * Providers send back where it came from for 365 days at least (docs/providers.md). A part that had to wait past its last
 * day is refused there, and then goes by the bank like any other that was refused.
 */
const takesBackMs = 365 * 24 * 60 * 60 * 1_000;

/**
 * How money finds its way back: to the payments that brought it, newest first, and what no provider takes back by the
 * bank. The household's money always goes by the bank, and only when somebody has approved it.
 */
export function planRefund({ layers, payments, payerKind, amountOre, now }: Wish): PlannedPart[] {
  if (payerKind === 'household') return [{ route: 'bank', amountOre, paymentReference: null, needsApproval: true }];
  const leftOf = sumByPayment(layers);
  const parts: PlannedPart[] = [];
  let missingOre = amountOre;
  const take = (payment: RefundablePayment): number => {
    const takenOre = Math.min(leftOf.get(payment.reference) ?? 0, missingOre);
    missingOre -= takenOre;
    return takenOre;
  };

  const newestFirst = payments.toSorted((a, b) => b.paidAt.getTime() - a.paidAt.getTime());
  for (const payment of newestFirst.filter((found) => isTakenBack(found, now))) {
    const takenOre = take(payment);
    if (takenOre > 0) parts.push({ route: 'provider', amountOre: takenOre, payment });
  }
  for (const payment of newestFirst.filter(({ wasRefused }) => wasRefused)) {
    const takenOre = take(payment);
    const refused = { route: 'bank', paymentReference: payment.reference, needsApproval: true } as const;
    if (takenOre > 0) parts.push({ ...refused, amountOre: takenOre });
  }
  if (missingOre > 0) {
    parts.push({ route: 'bank', amountOre: missingOre, paymentReference: null, needsApproval: false });
  }
  return parts;
}

/** What of the layers is left when claims have been settled, which take the oldest first. */
export function afterClaims(layers: readonly Layer[], claimedOre: number): Layer[] {
  let owedOre = claimedOre;
  return layers.flatMap((layer) => {
    const paidOre = Math.min(layer.amountOre, owedOre);
    owedOre -= paidOre;
    return paidOre < layer.amountOre ? [{ ...layer, amountOre: layer.amountOre - paidOre }] : [];
  });
}

export function sumOf(layers: readonly Pick<Layer, 'amountOre'>[]): number {
  return layers.reduce((total, { amountOre }) => total + amountOre, 0);
}

function isTakenBack({ wasRefused, paidAt }: RefundablePayment, now: Date): boolean {
  return !wasRefused && now.getTime() - paidAt.getTime() < takesBackMs;
}

function sumByPayment(layers: readonly Layer[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { paymentReference, amountOre } of layers) {
    if (paymentReference !== null) sums.set(paymentReference, (sums.get(paymentReference) ?? 0) + amountOre);
  }
  return sums;
}
