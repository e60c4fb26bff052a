import { matches, type TextRule } from './text-rule.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = `(?:\\d{1,2}[/. -]\\d{1,2}[/. -](?:\\d{4}|\\d{2})|\\d{4}[/-]\\d{1,2}[/-]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?${MONTH}[ ,-]{1,2}\\d{2,4})(?!\\d)`;
const LABEL = '(?:date of birth|birth ?date|d\\.?o\\.?b\\b\\.?|dyddiad geni)';
const LABELLED = new RegExp(`\\b${LABEL}[)\\]*_]{0,3}\\s{0,3}(?:is|was|[:=|–-])?[*_]{0,3}\\s{0,3}${DAY}`, 'gi');
/** A column's heading, or the end of the line before, that says it of what follows. */
const HEADING = new RegExp(`\\b${LABEL}[^a-z0-9]{0,6}(?:dd.mm.y{2,4})?[^a-z0-9]{0,3}$`, 'i');
const ONLY = new RegExp(`^\\s*${DAY}`, 'gi');

export const dateOfBirth: TextRule = {
  severity: 'block',
  one: 'a date of birth',
  many: 'dates of birth',
  finds: 'A day that is called a date of birth, beside the words or in a column of that name.',
  why: 'With a name or a place it tells who a person is, and it is asked for wherever people prove who they are.',
  mend: 'Delete it; an age band or a year of birth tells what readers need to know.',
  find(line, { label }) {
    const labelled = matches(LABELLED, line, ([match]) => match.toLowerCase());
    if (labelled.length > 0 || !HEADING.test(label)) return labelled;
    return matches(ONLY, line, ([match]) => match.trim().toLowerCase());
  },
};
