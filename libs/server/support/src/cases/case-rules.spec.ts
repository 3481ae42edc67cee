import { describe, expect, it } from '@jest/globals';
import { dueAt } from './case-rules.ts';

describe('when a case must be answered', () => {
  it('is two hours after a card was lost, also on a Saturday', () => {
    expect(dueAt('lost_card', new Date('2026-11-21T10:00:00Z'))).toEqual(new Date('2026-11-21T12:00:00Z'));
  });

  it.each([
    ['a Monday', 'top_up', '2026-11-23T10:00:00Z', '2026-11-24T10:00:00Z'],
    ['a Friday', 'top_up', '2026-11-20T10:00:00Z', '2026-11-23T10:00:00Z'],
    ['a Thursday', 'refund', '2026-11-19T10:00:00Z', '2026-11-24T10:00:00Z'],
    ['a Saturday', 'other', '2026-11-21T10:00:00Z', '2026-11-25T10:00:00Z'],
    ['the day before Maundy Thursday', 'top_up', '2026-04-01T10:00:00Z', '2026-04-07T10:00:00Z'],
    ['a Friday night that is Saturday in Norway', 'top_up', '2026-11-20T23:30:00Z', '2026-11-22T23:30:00Z'],
  ] as const)('counts working days from %s', (_, topic, from, to) => {
    expect(dueAt(topic, new Date(from))).toEqual(new Date(to));
  });
});
