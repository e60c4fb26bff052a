import { matches, type TextRule } from './text-rule.ts';

const SORT_CODE = /(?<![\d/.-])(?:\d{2}[-–]\d{2}[-–]\d{2}|\d{2} \d{2} \d{2}|\d{6})(?![\d/.-])/g;
const ACCOUNT = /(?<!\d)\d{8}(?!\d)/;
const LABEL = /\bsort ?-?codes?\b|\bcod didoli\b/i;
/** How far from each other the two are looked for, in characters. */
const REACH = 100;

export const bankAccount: TextRule = {
  severity: 'block',
  one: 'a bank account (sort code and account number)',
  many: 'bank accounts (sort code and account number)',
  finds: 'A sort code with an account number beside it.',
  why: 'Published account details, a person’s or a supplier’s, have been used to divert payments.',
  mend: 'Delete the account number.',
  find(line, { label, beside }) {
    const inLine = LABEL.test(line);
    if (!inLine && !LABEL.test(label)) return [];
    return matches(SORT_CODE, line, (match) => {
      const around = line.slice(Math.max(0, match.index - REACH), match.index + match[0].length + REACH).replace(match[0], ' ');
      const has = ACCOUNT.test(around) || (!inLine && ACCOUNT.test(beside()));
      return has ? match[0].replace(/\D/g, '') : null;
    });
  },
};
