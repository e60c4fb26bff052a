import type { Calendar } from './log-config.ts';
import { addDays, weekday } from './dates.ts';

/*
 * Bank holidays of the Banking and Financial Dealings Act 1971, part by part of the United Kingdom. The regular ones follow rules, which
 * were compared with the lists that GOV.UK published for 2012 to 2023; what a royal proclamation changed once is the table below.
 * Good Friday and Christmas Day are listed for every part: in Scotland they are bank holidays by Schedule 1, elsewhere by custom, and
 * FOIA 10(6) leaves both out by name. No local or privilege day is here: neither Act leaves those out.
 */

/** The first year whose bank holidays are known; the access laws came into force on its first day. */
export const FIRST_YEAR = 2005;
/** The last year whose bank holidays are known. GOV.UK publishes about two years ahead; move this on when it does. */
export const LAST_YEAR = 2027;

/** A part of the United Kingdom with bank holidays of its own. */
export type Part = Exclude<Calendar, 'united-kingdom'>;

export const PARTS: readonly Part[] = ['england-and-wales', 'scotland', 'northern-ireland'];

interface Exception {
  /** The regular bank holiday that was an ordinary day that year. */
  instead: string | null;
  day: string;
  /** Where; every part when absent. */
  only?: Part;
  occasion: string;
}

/** Bank holidays appointed once by royal proclamation under section 1(2) or 1(3) of the 1971 Act. Source: GOV.UK, "UK bank holidays". */
export const EXCEPTIONS: readonly Exception[] = [
  { instead: null, day: '2011-04-29', occasion: 'Wedding of Prince William and Catherine Middleton' },
  { instead: '2012-05-28', day: '2012-06-04', occasion: 'Spring bank holiday, moved for the Diamond Jubilee' },
  { instead: null, day: '2012-06-05', occasion: 'Diamond Jubilee' },
  { instead: '2020-05-04', day: '2020-05-08', occasion: 'Early May bank holiday, moved to the 75th anniversary of VE Day' },
  { instead: '2022-05-30', day: '2022-06-02', occasion: 'Spring bank holiday, moved for the Platinum Jubilee' },
  { instead: null, day: '2022-06-03', occasion: 'Platinum Jubilee' },
  { instead: null, day: '2022-09-19', occasion: 'State funeral of Queen Elizabeth II' },
  { instead: null, day: '2023-05-08', occasion: 'Coronation of King Charles III' },
  { instead: null, day: '2026-06-15', only: 'scotland', occasion: "Men's football World Cup" },
];

/** Easter Sunday of a year, by the Gregorian computus (as Meeus gives it). */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const month = Math.floor((epact + toSunday - 7 * late + 114) / 31);
  const day = ((epact + toSunday - 7 * late + 114) % 31) + 1;
  return iso(year, month, day);
}

/**
 * The bank holidays of one part in one year as ISO days in order, with Good Friday, Christmas Day and substitute days; `null` outside
 * 2005 to 2027. A holiday at a weekend is given as its substitute alone.
 *
 * In Scotland, 4 January 2010 and 4 January 2011 were published as substitute days, but it has been said that no proclamation appointed
 * them. They are kept: a day too many can never make an answer late that was in time.
 */
export function bankHolidays(year: number, part: Part): string[] | null {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return null;
  const scotland = part === 'scotland';
  const northernIreland = part === 'northern-ireland';
  const easter = easterSunday(year);
  const days = [
    ...onWeekdays(scotland ? [iso(year, 1, 1), iso(year, 1, 2)] : [iso(year, 1, 1)]),
    ...(northernIreland ? onWeekdays([iso(year, 3, 17)]) : []),
    addDays(easter, -2),
    ...(scotland ? [] : [addDays(easter, 1)]),
    firstMonday(year, 5),
    lastMonday(year, 5),
    ...(northernIreland ? onWeekdays([iso(year, 7, 12)]) : []),
    scotland ? firstMonday(year, 8) : lastMonday(year, 8),
    // St Andrew's Day Bank Holiday (Scotland) Act 2007, in force that year.
    ...(scotland && year >= 2007 ? onWeekdays([iso(year, 11, 30)]) : []),
    ...onWeekdays([iso(year, 12, 25), iso(year, 12, 26)]),
  ];
  const here = EXCEPTIONS.filter(({ day, only }) => day.startsWith(`${year}-`) && (!only || only === part));
  const moved = new Set(here.map(({ instead }) => instead));
  return [...days.filter((day) => !moved.has(day)), ...here.map(({ day }) => day)].sort();
}

/** Days at a weekend moved to the next weekday that is not itself one of them, as Schedule 1 and the yearly proclamations do. */
function onWeekdays(days: string[]): string[] {
  const taken = days.filter((day) => !isWeekend(day));
  for (const day of days.filter(isWeekend)) {
    let substitute = addDays(day, 1);
    while (isWeekend(substitute) || taken.includes(substitute)) substitute = addDays(substitute, 1);
    taken.push(substitute);
  }
  return taken;
}

function isWeekend(day: string): boolean {
  return weekday(day) % 6 === 0;
}

function firstMonday(year: number, month: number): string {
  const first = iso(year, month, 1);
  return addDays(first, (8 - weekday(first)) % 7);
}

/** Only for months of 31 days, which May and August are. */
function lastMonday(year: number, month: number): string {
  const last = iso(year, month, 31);
  return addDays(last, -((weekday(last) + 6) % 7));
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
