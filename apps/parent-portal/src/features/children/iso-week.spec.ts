import { describe, expect, it } from '@jest/globals';
import { isoWeek } from './iso-week.ts';

describe('the number of a week', () => {
  it('follows ISO 8601 over the turn of the year', () => {
    expect(isoWeek('2026-11-16')).toBe(47);
    expect(isoWeek('2026-12-28')).toBe(53);
    expect(isoWeek('2027-01-04')).toBe(1);
    expect(isoWeek('2024-12-30')).toBe(1);
  });
});
