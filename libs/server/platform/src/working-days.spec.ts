import { describe, expect, it } from '@jest/globals';
import { isWorkingDay, workingDayAfter } from './working-days.ts';

describe('working days in Norway', () => {
  // Easter Mondays by the almanac, early and late, and the two years that the simpler rule gets wrong.
  it.each(['2008-03-24', '2024-04-01', '2026-04-06', '2027-03-29', '2038-04-26', '2049-04-19', '1981-04-20'])(
    'are none on Easter Monday %s, nor on what hangs on it',
    (easterMonday) => {
      const fromMonday = (days: number) =>
        new Date(Date.parse(easterMonday) + days * 86_400_000).toISOString().slice(0, 10);
      const free = { thursday: -4, friday: -3, sunday: -1, monday: 0, ascension: 38, whitMonday: 49 };
      for (const days of Object.values(free)) expect(isWorkingDay(fromMonday(days))).toBe(false);
      expect(isWorkingDay(fromMonday(-5))).toBe(true);
      expect(isWorkingDay(fromMonday(2))).toBe(true);
    },
  );

  it.each([
    ['New Year', '2026-01-01', false],
    ['the first of May', '2026-05-01', false],
    ['Constitution Day', '2027-05-17', false],
    ['Christmas', '2026-12-25', false],
    ['a Saturday', '2026-11-21', false],
    ['a Sunday', '2026-11-22', false],
    ['Christmas Eve', '2026-12-24', true],
    ['a Monday', '2026-11-23', true],
  ])('know %s', (_, day, isWorking) => {
    expect(isWorkingDay(day)).toBe(isWorking);
  });

  it('are counted past weekends and holidays', () => {
    expect(workingDayAfter('2026-11-20', 1)).toBe('2026-11-23');
    expect(workingDayAfter('2026-04-01', 1)).toBe('2026-04-07');
    expect(workingDayAfter('2026-12-23', 6)).toBe('2027-01-04');
    expect(workingDayAfter('2026-11-22', 0)).toBe('2026-11-22');
  });
});
