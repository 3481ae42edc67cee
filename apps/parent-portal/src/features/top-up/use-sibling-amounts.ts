import { useState } from 'react';
import { type Child, useChildren } from '../../components/children.ts';
import { type Judged, judgeTyped } from './amounts.ts';

/** A sibling's field: what was typed, and what it amounts to; undefined while it is empty. */
export interface SiblingPart {
  child: Child;
  typed: string;
  judged: Judged | undefined;
}

/** The guardian's other children whose cards the same payment can fill, with an amount each. */
export function useSiblingAmounts(child: Child, provider: string) {
  const { data } = useChildren();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const parts = (data?.items ?? [])
    .filter((other) => other.pupilId !== child.pupilId && canBePaidWith(child, other, provider))
    .map((other): SiblingPart => {
      const text = typed[other.wallet.id] ?? '';
      const filledOre = other.wallet.balanceOre - other.wallet.claimedOre;
      return {
        child: other,
        typed: text,
        judged: text.trim() === '' ? undefined : judgeTyped(text, other.topUp, filledOre),
      };
    });
  return { parts, type: (walletId: string, text: string) => setTyped((all) => ({ ...all, [walletId]: text })) };
}

function canBePaidWith(child: Child, other: Child, provider: string): boolean {
  const { merchantId, providers } = other.topUp;
  return (
    other.status === 'enrolled' &&
    merchantId === child.topUp.merchantId &&
    providers.some((way) => way.provider === provider)
  );
}

/** All of the payment in øre; undefined while a part of it cannot be paid. */
export function totalToPay(
  amountOre: number | undefined,
  siblings: readonly { amountOre: number }[] | undefined,
): number | undefined {
  if (amountOre === undefined || siblings === undefined) return undefined;
  return siblings.reduce((total, part) => total + part.amountOre, amountOre);
}

/** What siblings get, as the server wants it; undefined when an amount cannot be paid. */
export function partsToPay(parts: readonly SiblingPart[]): { walletId: string; amountOre: number }[] | undefined {
  const judged = parts.flatMap(({ child, judged }) => (judged ? [{ walletId: child.wallet.id, judged }] : []));
  const payable = judged.flatMap(({ walletId, judged }) =>
    judged.kind === 'ok' ? [{ walletId, amountOre: judged.amountOre }] : [],
  );
  return payable.length === judged.length ? payable : undefined;
}
