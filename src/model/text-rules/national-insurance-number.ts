import { matches, wordsBefore, type TextRule } from './text-rule.ts';

/** HM Revenue & Customs, National Insurance Manual NIM39110: prefixes that are never given are left out. */
const PREFIX = '(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]';
const GAP = '[ \\u00a0-]?';
const WHOLE = new RegExp(`(?<![A-Za-z0-9])${PREFIX}${GAP}\\d{2}${GAP}\\d{2}${GAP}\\d{2}${GAP}[A-D](?![A-Za-z0-9])`, 'g');
/** In small letters only unbroken, so that words between numbers are not taken for one. */
const SMALL = new RegExp(`(?<![A-Za-z0-9])${PREFIX}\\d{6}[A-D](?![A-Za-z0-9])`, 'gi');
/** Without the last letter, which people often leave out, where the words say what it is. */
const CUT = new RegExp(`(?<![A-Za-z0-9])${PREFIX}${GAP}\\d{2}${GAP}\\d{2}${GAP}\\d{2}(?!${GAP}[A-Da-d\\d])`, 'gi');
/** Two letters and two digits: what every one of them begins with. */
const BEGINNING = /[a-z]{2}[ \u00a0-]?\d{2}/i;
const LABEL = /national insurance|\bni(?:no)?\b|\bn\.i\./i;

export const nationalInsuranceNumber: TextRule = {
  severity: 'block',
  one: 'a National Insurance number',
  many: 'National Insurance numbers',
  finds: 'A National Insurance number, such as `QQ 12 34 56 C`.',
  why: 'It belongs to one living person and is used to claim in that person’s name.',
  mend: 'Delete it from the file and save a new copy; a box drawn over it, or a hidden column, does not delete it.',
  find(line, near) {
    if (!BEGINNING.test(line)) return [];
    const canonical = ([match]: RegExpExecArray) => match.toLowerCase().replace(/[^a-z0-9]/g, '');
    const found = [...matches(WHOLE, line, canonical), ...matches(SMALL, line, canonical)];
    const cut = matches(CUT, line, (match) => (LABEL.test(wordsBefore(line, match.index, near)) ? canonical(match) : null));
    return [...new Map([...cut, ...found].map((match) => [match.index, match])).values()];
  },
};
