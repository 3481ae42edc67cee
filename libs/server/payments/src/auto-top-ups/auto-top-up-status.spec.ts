import { describe, expect, it } from '@jest/globals';
import { isUnderWay, retryAt, runStatuses, runTransitions } from './auto-top-up-status.ts';

const now = new Date('2026-11-23T10:00:00Z');

describe('an automatic top-up', () => {
  it('is tried again after an hour, a day and three days, and then no more', () => {
    expect([1, 2, 3, 4].map((attempt) => retryAt(attempt, 'declined', now)?.toISOString() ?? null)).toEqual([
      '2026-11-23T11:00:00.000Z',
      '2026-11-24T10:00:00.000Z',
      '2026-11-26T10:00:00.000Z',
      null,
    ]);
  });

  it('is not tried again with a card that has expired', () => {
    expect(retryAt(1, 'card_expired', now)).toBeNull();
  });

  it('takes money that came, whatever was thought of it', () => {
    for (const status of runStatuses.filter((known) => known !== 'paid')) {
      expect(runTransitions[status]).toContain('paid');
    }
    expect(runTransitions.paid).toEqual([]);
  });

  it('never leaves an end but for that', () => {
    for (const status of runStatuses.filter((known) => !isUnderWay(known) && known !== 'paid')) {
      expect(runTransitions[status]).toEqual(['paid']);
    }
  });
});
