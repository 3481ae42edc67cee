import { describe, expect, it } from '@jest/globals';
import { firstOfMonth, monthStart } from './month-start.ts';

describe('the month of an automatic top-up', () => {
  it.each([
    ['in winter', '2026-11-23T10:00:00Z', '2026-11-01', '2026-10-31T23:00:00.000Z'],
    ['in summer', '2026-07-15T10:00:00Z', '2026-07-01', '2026-06-30T22:00:00.000Z'],
    ['in the month that ends summer time', '2026-10-30T10:00:00Z', '2026-10-01', '2026-09-30T22:00:00.000Z'],
    ['in the month that begins it', '2026-03-30T10:00:00Z', '2026-03-01', '2026-02-28T23:00:00.000Z'],
    [
      'in its first hour, when it is still yesterday in UTC',
      '2026-10-31T23:30:00Z',
      '2026-11-01',
      '2026-10-31T23:00:00.000Z',
    ],
    ['in its last hour', '2026-11-30T22:59:59Z', '2026-11-01', '2026-10-31T23:00:00.000Z'],
  ])('begins at midnight in Norway %s', (_case, moment, day, start) => {
    expect(firstOfMonth(new Date(moment))).toBe(day);
    expect(monthStart(new Date(moment)).toISOString()).toBe(start);
  });
});
