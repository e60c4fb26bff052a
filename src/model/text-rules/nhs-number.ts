import { matches, wordsBefore, type TextRule } from './text-rule.ts';

const TEN = /(?<![\d.,/-]|\d )(\d{3})([ \u00a0-]?)(\d{3})\2(\d{4})(?!\d|[.,/-]\d| \d)/g;
/** The numbers of the four health services: NHS number, CHI number, Health and Care number. */
const LABEL =
  /\bnhs\b|\bchi\b|\bh ?& ?c\b|health (?:and|&) (?:social )?care (?:number|no)|\bpatient'?s? (?:id|identifier|number|no)\b|\brhif gig\b/i;

export const nhsNumber: TextRule = {
  severity: 'block',
  one: 'an NHS number',
  many: 'NHS numbers',
  finds: 'An NHS, CHI or Health and Care number: ten digits with the right check digit, written `943 476 5919` or called by its name.',
  why: 'It leads to the health record of one living person.',
  mend: 'Delete it from the file and save a new copy; a box drawn over it, or a hidden column, does not delete it.',
  find: (line, near) =>
    matches(TEN, line, (match) => {
      const digits = match[0].replace(/\D/g, '');
      if (!hasCheckDigit(digits)) return null;
      // One in eleven numbers of ten digits has the check digit by chance: without the spacing it needs a word.
      const isSpaced = match[2] === ' ' || match[2] === '\u00a0';
      return isSpaced || LABEL.test(wordsBefore(line, match.index, near)) ? digits : null;
    }),
};

/** Modulus 11 with weights 10 to 2, as the NHS Data Dictionary has it; ten like digits are no number. */
export function hasCheckDigit(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
