/** Days are ISO strings (`2022-08-26`) everywhere in the model; `Date` is used only inside this file. */

/** True for a day of the Gregorian calendar written `YYYY-MM-DD`, from 1900 to 2199. */
export function isIsoDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** True for a day and minute written `YYYY-MM-DDThh:mm`. */
export function isIsoMinute(value: string): boolean {
  return isIsoDate(value.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(value.slice(10));
}

/** The day `days` after `date`; negative goes back. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The wall-clock minute in a time zone (IANA name) as `YYYY-MM-DDThh:mm`, so that it compares with an embargo as text. */
export function minuteIn(timeZone: string, instant: Date): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return format.format(instant).replace(' ', 'T');
}

/** True for an IANA time zone that this runtime knows. */
export function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** Days since 1 January 1970, so that days can be counted as numbers. The inverse of `dayOfNumber`. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** The day that is `number` days after 1 January 1970. */
export function dayOfNumber(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** The year of an ISO day. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
