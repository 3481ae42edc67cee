/**
 * What the office may do with a payment that is not what was asked for: put on the card what was paid, send it back, or
 * note that it was sent back at the provider already, which the provider must confirm.
 */
export const decisionChoices = ['book', 'send_back', 'sent_back_already'] as const;
export type DecisionChoice = (typeof decisionChoices)[number];

export const decisionStatuses = ['sending', 'done', 'refused'] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

/**
 * What may follow what. After a refused one another decision may be made. What was sent back is no last word: the payer's
 * bank may not take it, and the merchant has the money again.
 */
export const decisionTransitions: Readonly<Record<DecisionStatus, readonly DecisionStatus[]>> = {
  sending: ['done', 'refused'],
  done: ['refused'],
  refused: [],
};
