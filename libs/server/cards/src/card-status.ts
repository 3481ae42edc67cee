import { CardStepRefused } from './cards.errors.ts';

/** In stock and nobody's; a pupil's; a pupil's but refused by every till; over for good. */
export const cardStatuses = ['stock', 'active', 'blocked', 'ended'] as const;
export type CardStatus = (typeof cardStatuses)[number];

export const blockReasons = ['lost', 'stolen', 'damaged'] as const;
export type BlockReason = (typeof blockReasons)[number];

export type CardStep = 'issue' | 'block' | 'unblock' | 'end';

const steps: Readonly<Record<CardStatus, Readonly<Partial<Record<CardStep, CardStatus>>>>> = {
  stock: { issue: 'active', end: 'ended' },
  active: { block: 'blocked', end: 'ended' },
  blocked: { unblock: 'active', end: 'ended' },
  ended: {},
};

/** The status after a step. Throws CardStepRefused when the card's status does not allow it. */
export function statusAfter(status: CardStatus, step: CardStep): CardStatus {
  const next = steps[status][step];
  if (next === undefined) throw new CardStepRefused(status, step);
  return next;
}
