/** What the outbox carries for automatic top-ups. The first comes from the purchase itself, by the wallet's watches. */
export const belowTopic = 'balance-below.auto-top-up';

/** Look after a run now. */
export const runTopic = 'payments.auto-top-up-run';

/** Have the provider forget a card. */
export const forgetCardTopic = 'payments.forget-saved-card';
