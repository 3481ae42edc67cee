import { Injectable } from '@nestjs/common';

/** The only source of the present; tests bind another. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

const osloCalendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** The calendar day in Norway at a moment, as `YYYY-MM-DD`. */
export function osloDay(moment: Date): string {
  return osloCalendar.format(moment);
}
