import { isIsoDate } from '../model/dates.ts';

const MONTHS = [
  ['january', 'jan', 'ionawr'],
  ['february', 'feb', 'chwefror'],
  ['march', 'mar', 'mawrth'],
  ['april', 'apr', 'ebrill'],
  ['may', 'mai'],
  ['june', 'jun', 'mehefin'],
  ['july', 'jul', 'gorffennaf'],
  ['august', 'aug', 'awst'],
  ['september', 'sept', 'sep', 'medi'],
  ['october', 'oct', 'hydref'],
  ['november', 'nov', 'tachwedd'],
  ['december', 'dec', 'rhagfyr'],
] as const;

const MONTH = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
const WORDS = new RegExp(
  String.raw`\b(\d{1,2})(?:\s?\^?(?:st|nd|rd|th|af|ail|fed|ydd|eg|ain))?\^?\s{1,3}(?:of\s|o\s)?(${MONTH})\.?,?\s{1,3}(\d{4}|\d{2})\b(?![/.])`,
  'i',
);
const AMERICAN = new RegExp(String.raw`\b(${MONTH})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})\b`, 'i');
const FIGURES = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[.-]\d)/;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/** A day found in text. */
export interface FoundDay {
  day: string;
  start: number;
  end: number;
}

/**
 * The first whole day in a text, as an ISO date: `10 February 2018`, `4th March 2015`, `September 29, 2022`, `1.1.2020`, `29/01/18`
 * (the day comes first, as in the United Kingdom), `2022-09-29`. A day without its year is no date.
 */
export function findDay(text: string): FoundDay | null {
  const found = [
    read(WORDS.exec(text), (match) => [match[3], monthOf(match[2]), match[1]]),
    read(AMERICAN.exec(text), (match) => [match[3], monthOf(match[1]), match[2]]),
    read(FIGURES.exec(text), (match) => [match[4], match[3], match[1]]),
    read(ISO.exec(text), (match) => [match[1], match[2], match[3]]),
  ].filter((each) => each !== null);
  return found.sort((a, b) => a.start - b.start)[0] ?? null;
}

/** The day that a value is, where nothing but a weekday or a time stands beside it; else `null`. */
export function parseDay(value: string): string | null {
  const found = findDay(value);
  if (!found) return null;
  const rest = (value.slice(0, found.start) + value.slice(found.end)).replace(
    /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:am|pm)?\b/gi,
    '',
  );
  return /[\p{L}\p{N}]/u.test(rest) ? null : found.day;
}

function read(match: RegExpExecArray | null, parts: (match: RegExpExecArray) => (string | undefined)[]): FoundDay | null {
  if (!match) return null;
  const [year = '', month = '', day = ''] = parts(match);
  const full = year.length === 2 ? `20${year}` : year;
  const iso = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? { day: iso, start: match.index, end: match.index + match[0].length } : null;
}

function monthOf(name = ''): string {
  return String(MONTHS.findIndex((names) => (names as readonly string[]).includes(name.toLowerCase())) + 1);
}
