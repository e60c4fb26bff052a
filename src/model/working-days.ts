import type { Law } from './laws.ts';
import type { Calendar } from './log-config.ts';
import { dayNumber, dayOfNumber, isIsoDate, yearOf } from './dates.ts';
import { bankHolidays, FIRST_YEAR, LAST_YEAR, PARTS } from './bank-holidays.ts';

/*
 * Working days, and how long an answer took. FOIA 10(6): any day but Saturday, Sunday, Christmas Day, Good Friday and a bank holiday in
 * any part of the United Kingdom; EIR 2(1) takes that over. FOISA 73 and EI(S)R 2(1): any day but Saturday, Sunday, Christmas Day and a
 * bank holiday in Scotland. Days are ISO dates. A year without known bank holidays gives `null`, never a guess.
 */

/** The calendar that a law's own definition of a working day asks for. */
export function calendarOf(law: Law): Calendar {
  return law === 'foisa' || law === 'eisr' ? 'scotland' : 'united-kingdom';
}

const holidaysByYear = new Map<string, ReadonlySet<number>>();

/** The bank holidays of one year as day numbers; kept, because every entry asks for the same few years. */
function holidaysOf(year: number, calendar: Calendar): ReadonlySet<number> | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const key = `${calendar} ${year}`;
  const known = holidaysByYear.get(key);
  if (known) return known;
  const parts = calendar === 'united-kingdom' ? PARTS : [calendar];
  const days = new Set(parts.flatMap((part) => bankHolidays(year, part) ?? []).map(dayNumber));
  holidaysByYear.set(key, days);
  return days;
}

/** Whether a day is a working day; `null` for a year outside 2005 to 2027. */
export function isWorkingDay(date: string, calendar: Calendar): boolean | null {
  const holidays = holidaysOf(yearOf(date), calendar);
  return holidays && isWorkingNumber(dayNumber(date), holidays);
}

/** 1 January 1970 was a Thursday. */
function isWorkingNumber(day: number, holidays: ReadonlySet<number>): boolean {
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/**
 * The `n`th working day after `date`; `date` itself when `n` is 0. The inverse of `workingDaysBetween`.
 * `null` when `n` is negative or not whole, or a year on the way is outside 2005 to 2027.
 */
export function addWorkingDays(date: string, n: number, calendar: Calendar): string | null {
  if (!Number.isInteger(n) || n < 0) return null;
  let year = yearOf(date);
  let holidays = holidaysOf(year, calendar);
  let lastOfYear = dayNumber(`${year}-12-31`);
  let day = dayNumber(date);
  for (let left = n; left > 0 && holidays;) {
    day += 1;
    if (day > lastOfYear) {
      year += 1;
      holidays = holidaysOf(year, calendar);
      lastOfYear = dayNumber(`${year}-12-31`);
    }
    if (holidays && isWorkingNumber(day, holidays)) left -= 1;
  }
  return holidays && dayOfNumber(day);
}

/**
 * Working days from the day after `from` up to and including `to`, which is how FOIA 10(1) counts "the twentieth working day following
 * the date of receipt". `null` when `to` is before `from`, or either year is outside 2005 to 2027.
 */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number | null {
  if (to < from || !holidaysOf(yearOf(from), calendar) || !holidaysOf(yearOf(to), calendar)) return null;
  const first = dayNumber(from) + 1;
  const last = dayNumber(to);
  let count = 0;
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const holidays = holidaysOf(year, calendar);
    if (!holidays) return null;
    const end = Math.min(last, dayNumber(`${year}-12-31`));
    for (let day = Math.max(first, dayNumber(`${year}-01-01`)); day <= end; day += 1) if (isWorkingNumber(day, holidays)) count += 1;
  }
  return count;
}

/** What an entry states of its time, as its front matter has it. */
export interface TimeFacts {
  received?: string | undefined;
  responded?: string | undefined;
  clarificationRequested?: string | undefined;
  clarificationReceived?: string | undefined;
  extended?: { until: string } | undefined;
  due?: string | undefined;
  law: Law;
  calendar: Calendar;
}

/** How long an answer took. */
export interface TimeTaken {
  /** Working days from the day after receipt, or after the clarification; `null` when the facts do not carry a count. */
  days: number | null;
  /** Why `days` or `inTime` is `null`, as a sentence for the page; `null` when both are known. */
  because: string | null;
  /** The working days allowed: 20, or more where an extension is recorded. */
  limit: number;
  /** `false`, "late", only when nothing that is recorded could make it in time; `null` when that cannot be said. */
  inTime: boolean | null;
}

/** FOIA 10(1), EIR 5(2), FOISA 10(1), EI(S)R 5(2)(a). */
const ORDINARY_LIMIT = 20;
/** EIR 7(1) and EI(S)R 7(1): for a complex and voluminous request. */
const EXTENDED_REGULATIONS_LIMIT = 40;

/**
 * How long an answer took, and whether that was in time. A clarification restarts the count on the day it was received (FOIA 1(3) and
 * 10(6), EIR 9, FOISA 10(1)(b)). An extension recorded under FOIA (10(3)) has no fixed end but its own; under the Regulations it ends
 * at 40 working days. Whether a recorded extension was allowed is not judged here.
 */
export function timeTaken(facts: TimeFacts): TimeTaken {
  const { received, responded, clarificationRequested, clarificationReceived, calendar } = facts;
  const unknown = (because: string): TimeTaken => ({ days: null, because, limit: ORDINARY_LIMIT, inTime: null });
  if (!received) return unknown('The day the request was received is not stated.');
  if (!responded) return unknown('The day of the answer is not stated.');
  if (clarificationRequested && !clarificationReceived) {
    return unknown('The authority asked what was meant; the day of the reply is not stated.');
  }
  const inOrder = [received, clarificationRequested, clarificationReceived, responded].filter((day) => day !== undefined);
  if (!inOrder.every(isIsoDate)) return unknown('One of the days does not exist in the calendar.');
  if (inOrder.some((day, index) => day < (inOrder[index - 1] ?? day))) return unknown('The days that are stated are not in order.');
  const start = clarificationReceived ?? received;
  const days = workingDaysBetween(start, responded, calendar);
  if (days === null) return unknown(`Bank holidays are known here for ${FIRST_YEAR} to ${LAST_YEAR} only.`);
  return { days, ...judge(days, start, responded, facts) };
}

/** The limit that the recorded facts give, and whether the answer kept it. */
function judge(days: number, start: string, responded: string, facts: TimeFacts): Omit<TimeTaken, 'days'> {
  const { law, calendar, extended, due } = facts;
  const until = extended?.until;
  const stretched = until === undefined || law === 'foisa' ? null : workingDaysBetween(start, until, calendar);
  const ceiling = law === 'foia' ? Infinity : EXTENDED_REGULATIONS_LIMIT;
  const limit = Math.max(ORDINARY_LIMIT, Math.min(stretched ?? ORDINARY_LIMIT, ceiling));
  if (days <= limit) return { because: null, limit, inTime: true };
  if (until !== undefined && responded <= until) {
    return {
      because: 'The answer came within an extension that the authority recorded; this page does not judge whether it was allowed.',
      limit,
      inTime: null,
    };
  }
  if (due !== undefined && responded <= due) {
    return { because: 'The authority recorded another day by which the answer was due.', limit, inTime: null };
  }
  return { because: null, limit, inTime: false };
}
