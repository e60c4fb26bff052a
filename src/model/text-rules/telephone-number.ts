import { matches, type TextRule } from './text-rule.ts';

/** Geographic and mobile numbers of the United Kingdom. Numbers that begin 03, 08 and 09 are those of organisations. */
const NUMBER =
  /(?<![\w.,/-]|\d )(?:\+44[ -]?(?:\(0\)[ -]?)?|0044[ -]?|\(?0)(?:[12]\d{1,4}|7\d{3})\)?(?:[ -]?\d{2,4}){1,3}(?![\w/]|[.,-]\d)/g;

export const telephoneNumber: TextRule = {
  severity: 'warn',
  one: 'a telephone number that may be a person’s',
  many: 'telephone numbers that may be people’s',
  finds: 'A geographic or mobile telephone number that log.yaml does not name.',
  why: 'It may be that of the person who asked, or the direct line of a member of staff.',
  mend: 'Delete it. A number that the authority publishes can be named in log.yaml, under `publicContacts`.',
  find: (line) =>
    matches(NUMBER, line, ([match]) => {
      const digits = telephoneDigits(match);
      return /^0(?:[12]\d{8,9}|7\d{9})$/.test(digits) ? digits : null;
    }),
};

/** A number as it is dialled in the United Kingdom: `+44 (0)1632 960148` → `01632960148`. */
export function telephoneDigits(number: string): string {
  return number
    .replace(/\(0\)/, '')
    .replace(/\D/g, '')
    .replace(/^(?:0044|44)/, '0');
}
