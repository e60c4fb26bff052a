import { matches, type TextRule } from './text-rule.ts';

/**
 * The driver number of Great Britain: five letters of the surname, filled up with 9; decade, month (plus 50 for a woman), day and year of birth; two
 * initials; three characters of check.
 */
const NUMBER =
  /(?<![A-Za-z0-9])(?=[A-Z9]{5})[A-Z]{2,5}9{0,3} ?\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d ?[A-Z][A-Z9][A-Z0-9][A-Z]{2}(?: ?\d{2})?(?![A-Za-z0-9])/g;

export const drivingLicenceNumber: TextRule = {
  severity: 'block',
  one: 'a driving licence number',
  many: 'driving licence numbers',
  finds: 'A driver number of Great Britain, such as `MORGA 657054 SM9IJ`.',
  why: 'It belongs to one living person, and holds the day of birth.',
  mend: 'Delete it from the file and save a new copy.',
  find: (line) => matches(NUMBER, line, ([match]) => match.toLowerCase().replace(/ /g, '')),
};
