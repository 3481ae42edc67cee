const shapes: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4}|\d{2})$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{2})$/,
];
const timeOfDay = /[T ]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?Z?$/;
const earliestYear = 1930;

/**
 * A birth date as Norwegian rosters write it (03.05.2012, 3.5.12, 3/5/2012, 2012-05-03, 03052012, 030512; a time
 * of day after it is ignored), as `YYYY-MM-DD`. Undefined when it is no such date, or lies after `today`.
 */
export function readBirthDate(text: string, today: string): string | undefined {
  const bare = text.trim().replace(timeOfDay, '');
  for (const shape of shapes) {
    const parts = shape.exec(bare)?.groups;
    const date = parts && toDate(parts, Number(today.slice(0, 4)));
    if (date !== undefined && date <= today) return date;
  }
  return undefined;
}

function toDate(parts: Record<string, string | undefined>, thisYear: number): string | undefined {
  const year = fullYear(parts['year'] ?? '', thisYear);
  const month = Number(parts['month']);
  const day = Number(parts['day']);
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= earliestYear ? date.toISOString().slice(0, 10) : undefined;
}

/** Two digits mean the latest such year that has begun. */
function fullYear(text: string, thisYear: number): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year + (year <= thisYear % 100 ? 2000 : 1900);
}
