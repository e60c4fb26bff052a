import { LEFTOVERS } from '../leftovers.ts';
import type { TextRule } from './text-rule.ts';

const LOOSE = /(?<![\w.-])TBC(?![\w.-])|(?<![\w.-])TBA(?![\w.-])/;
/** Longer lines are no template's. */
const LONGEST = 5000;

export const templateLeftover: TextRule = {
  severity: 'warn',
  one: 'words that a template left behind',
  many: 'words that a template left behind',
  finds: 'Words that a template left behind: “Include attachments here”, “[insert date]”, “TBC”, “lorem ipsum”.',
  why: 'Something was meant to stand there: an answer, a file, a name that should not be there.',
  mend: 'Write what was meant to stand there, or delete the words.',
  find(line) {
    const text = line.trim();
    if (text.length > LONGEST || text.length < 3) return [];
    for (const pattern of [...LEFTOVERS.map((leftover) => leftover.pattern), LOOSE]) {
      const match = pattern.exec(text);
      // The words of a link stand in brackets as well.
      if (match && !(match[0].startsWith('[') && /^[([]/.test(text.slice(match.index + match[0].length))))
        return [{ index: match.index + line.indexOf(text), length: match[0].length, canonical: match[0].toLowerCase() }];
    }
    return [];
  },
};
