const dayMs = 24 * 60 * 60 * 1_000;

/** 1 January, 1 and 17 May, 25 and 26 December. Source: lov om helligdager § 2; lov om 1 og 17 mai. */
const fixedHolidays = ['01-01', '05-01', '05-17', '12-25', '12-26'];
/** Maundy Thursday, Good Friday, Easter Monday, Ascension Day and Whit Monday, in days from Easter Sunday. */
const daysFromEaster = [-3, -2, 1, 39, 50];

/** Whether Norway's offices and banks are open on a day (YYYY-MM-DD): no weekend, no public holiday. */
export function isWorkingDay(day: string): boolean {
  const date = utcDay(day);
  if (date.getUTCDay() % 6 === 0 || fixedHolidays.includes(day.slice(5))) return false;
  const sinceEaster = (date.getTime() - easterSunday(date.getUTCFullYear())) / dayMs;
  return !daysFromEaster.includes(sinceEaster);
}

/** The `count`th working day after a day, both YYYY-MM-DD. */
export function workingDayAfter(day: string, count: number): string {
  let last = day;
  for (let left = count; left > 0;) {
    last = new Date(utcDay(last).getTime() + dayMs).toISOString().slice(0, 10);
    if (isWorkingDay(last)) left -= 1;
  }
  return last;
}

function utcDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** In milliseconds since 1970. Source: the Gregorian computus in Oudin's form, right from 1583 on. */
function easterSunday(year: number): number {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leapMonths = Math.floor((century - Math.floor((century - 17) / 25)) / 3);
  const epact = (century - Math.floor(century / 4) - leapMonths + 19 * golden + 15) % 30;
  const late = Math.floor(epact / 28) * Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11);
  const fullMoon = epact - Math.floor(epact / 28) * (1 - late);
  const weekday = (year + Math.floor(year / 4) + fullMoon + 2 - century + Math.floor(century / 4)) % 7;
  const fromMarch28 = fullMoon - weekday;
  return Date.UTC(year, 2, 28 + fromMarch28);
}
