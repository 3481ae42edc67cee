import { CoinModel, Refused } from './coin-model.ts';
import type { StepOutcome } from './ledger-actor.ts';

/** The model after steps that were accepted, in their order. */
export function modelAfter(wallets: readonly string[], history: readonly StepOutcome[]): CoinModel {
  const model = new CoinModel();
  for (const wallet of wallets) model.openWallet(wallet);
  for (const { id, step } of history) model.apply(id, step);
  return model;
}

/**
 * What the ledger answered to steps at the same time that the model does not: accepted ones are taken in the order in
 * which they were booked; a refusal has to be right at some moment between them.
 */
export function unexplained(
  wallets: readonly string[],
  history: readonly StepOutcome[],
  accepted: readonly StepOutcome[],
  refused: readonly StepOutcome[],
): StepOutcome[] {
  const model = modelAfter(wallets, history);
  const wronglyAccepted = accepted.filter((outcome) => {
    const refusal = refusalOf(model, outcome);
    const { balanceOre } = outcome.result;
    return (
      refusal !== undefined || (balanceOre !== undefined && balanceOre !== model.show(outcome.step.wallet).balance)
    );
  });
  const wronglyRefused = refused.filter((outcome) => {
    const moments = [...accepted.keys(), accepted.length];
    return !moments.some((moment) => {
      const past = modelAfter(wallets, [...history, ...accepted.slice(0, moment)]);
      return refusalOf(past, outcome) === outcome.refusal;
    });
  });
  return [...wronglyAccepted, ...wronglyRefused];
}

function refusalOf(model: CoinModel, { id, step }: StepOutcome): string | undefined {
  try {
    model.apply(id, step);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.code;
  }
}
