import { matches, type TextRule } from './text-rule.ts';

const POSTCODE = /(?<![A-Za-z0-9])(?:[A-Z]{1,2}\d[A-Z\d]?) {0,2}\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])/g;
const STREET =
  'street|st|road|rd|lane|ln|avenue|ave|close|drive|dr|way|court|place|crescent|terrace|gardens|grove|hill|row|square|mews|rise|view|walk|green|park|heol|ffordd|stryd';
const HOUSE = new RegExp(
  `(?:\\b(?:flat|apartment|apt|unit|room) ?\\d{1,4}[a-z]?\\b|(?<![\\d/.])\\d{1,4}[a-z]?,? [a-z' .-]{2,40}?\\b(?:${STREET})\\b)`,
  'i',
);
const PERSON =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Cllr)\.? {1,2}[A-Z]|\b(?:name|surname|forename|tenant|resident|patient|applicant|claimant|complainant)\b/i;
/** In a row of a table: a column that holds a name or a house. */
const COLUMN = /\b(?:name|surname|forename|house|flat|address(?: line)?(?: 1)?|tenant|resident|occupier|claimant|patient)\b/i;
/** How far before the postcode the name or the house is looked for, in characters. */
const REACH = 120;

export const homeAddress: TextRule = {
  severity: 'warn',
  one: 'a postcode beside a name or a house number',
  many: 'postcodes beside a name or a house number',
  finds: 'A postcode with a name or a house number before it, or in the same row of a table.',
  why: 'Together they tell where a person lives.',
  mend: 'Delete the address, or keep only the first half of the postcode. An address that the authority publishes can be named in log.yaml.',
  find: (line, { label, beside }) =>
    matches(POSTCODE, line, (match) => {
      const before = line.slice(Math.max(0, match.index - REACH), match.index);
      const isThere = HOUSE.test(before) || PERSON.test(before) || HOUSE.test(`${label.slice(-REACH)} ${before}`) || COLUMN.test(beside());
      return isThere ? match[0].toLowerCase().replace(/ /g, '') : null;
    }),
};
