import { matches, type TextRule } from './text-rule.ts';

/** The style of 2001: two letters of a place, two digits of a half year, three letters. I, Q and Z are not used in front, I and Q not behind. */
const MARK = /(?<![A-Za-z0-9/-])[A-HJ-PR-Y]{2}(?:0[1-9]|[1-3]\d|5[1-9]|[67]\d|8[0-5]) ?[A-HJ-PR-Z]{3}(?![A-Za-z0-9/-])/g;
/** `FY24 MAR`, a month of a financial year, is no registration. */
const PERIOD = /^(?:FY|CY|HY)\d\d ?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|YTD)$/;

export const vehicleRegistration: TextRule = {
  severity: 'warn',
  one: 'a vehicle registration',
  many: 'vehicle registrations',
  finds: 'A vehicle registration in the style of 2001, such as `AB12 CDE`.',
  why: 'It leads to the keeper of the vehicle; of an unmarked vehicle it tells what it is.',
  mend: 'Delete it, or give the make and the year.',
  find: (line) => matches(MARK, line, ([match]) => (PERIOD.test(match) ? null : match.toLowerCase().replace(/ /g, ''))),
};
