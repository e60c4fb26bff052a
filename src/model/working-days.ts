import type { Law } from './laws.ts';
import type { Calendar } from './log-config.ts';
import { addDays, weekday } from './dates.ts';
import { FIRST_YEAR, LAST_YEAR } from './bank-holidays.ts';

export function calendarOf(law: Law): Calendar {
  return law === 'foisa' || law === 'eisr' ? 'scotland' : 'united-kingdom';
}

export function isWorkingDay(date: string, _calendar: Calendar): boolean | null {
  const year = Number(date.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  return weekday(date) > 0 && weekday(date) < 6;
}

export function addWorkingDays(date: string, n: number, calendar: Calendar): string | null {
  let day = date;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    const working = isWorkingDay(day, calendar);
    if (working === null) return null;
    if (working) left -= 1;
  }
  return day;
}

export function workingDaysBetween(from: string, to: string, calendar: Calendar): number | null {
  if (to < from) return null;
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    const working = isWorkingDay(day, calendar);
    if (working === null) return null;
    if (working) count += 1;
  }
  return count;
}

export interface TimeFacts {
  received?: string;
  responded?: string;
  clarificationRequested?: string;
  clarificationReceived?: string;
  extended?: { until: string };
  due?: string;
  law: Law;
  calendar: Calendar;
}

export interface TimeTaken {
  days: number | null;
  because: string | null;
  limit: number;
  inTime: boolean | null;
}

export function timeTaken(facts: TimeFacts): TimeTaken {
  const { received, responded } = facts;
  if (!received || !responded) return { days: null, because: 'The dates are not stated.', limit: 20, inTime: null };
  const days = workingDaysBetween(received, responded, facts.calendar);
  return { days, because: null, limit: 20, inTime: days === null ? null : days <= 20 };
}
