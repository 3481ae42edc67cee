import { CoinModel, Refused } from './coin-model.ts';
import type { StepOutcome } from './ledger-actor.ts';

/** Steps that took effect, in an order that explains everything seen so far. */
export type History = readonly StepOutcome[];

/** A step, and the last number it took of each wallet that it moved. */
export interface OrderedOutcome extends StepOutcome {
  readonly seqs: Readonly<Record<string, number>>;
}

/** The model after a history. */
export function modelAfter(wallets: readonly string[], history: History): CoinModel {
  const model = new CoinModel();
  for (const wallet of wallets) model.openWallet(wallet);
  for (const { id, step } of history) model.apply(id, step);
  return model;
}

/**
 * Finds an order of steps that ran at the same time in which the model answers each as the ledger did and ends as the
 * ledger shows: what it means that concurrent operations are as if one came after the other. Undefined if there is none.
 */
export function linearize(
  wallets: readonly string[],
  history: History,
  concurrent: readonly OrderedOutcome[],
  isEnd: (model: CoinModel) => boolean,
): History | undefined {
  if (concurrent.length === 0) return isEnd(modelAfter(wallets, history)) ? history : undefined;
  for (const next of concurrent) {
    if (concurrent.some((other) => comesBefore(other, next))) continue;
    if (!agrees(modelAfter(wallets, history), next)) continue;
    const longer = next.refusal === undefined ? [...history, next] : history;
    const rest = concurrent.filter((other) => other !== next);
    const found = linearize(wallets, longer, rest, isEnd);
    if (found) return found;
  }
  return undefined;
}

function comesBefore(a: OrderedOutcome, b: OrderedOutcome): boolean {
  return Object.entries(a.seqs).some(([wallet, seq]) => seq < (b.seqs[wallet] ?? 0));
}

function agrees(model: CoinModel, { id, step, refusal, result }: StepOutcome): boolean {
  try {
    model.apply(id, step);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.code === refusal;
  }
  if (refusal !== undefined) return false;
  return !('balanceOre' in result) || result['balanceOre'] === model.show(step.wallet).balance;
}
