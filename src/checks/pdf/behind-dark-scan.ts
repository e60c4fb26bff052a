import type { FileRule } from '../rule.ts';
import { counted, pagesOf } from './in-words.ts';

export const behindDarkScan: FileRule = {
  id: 'behind-dark-scan',
  severity: 'warn',
  kinds: ['pdf'],
  finds: 'Words that a program has read in a scan, behind a part of it that is dark and has light letters on it.',
  why: 'A box with a label such as “s40(2)” that was drawn before scanning, or burnt into the picture, hides the words from the eye; they may still stand in the text that is searched and copied. White headings on a dark band look the same.',
  mend: {
    acrobat:
      'Search for the words that the box hides. If they are found, choose Redact a PDF, mark the place, Apply, and save under a new name.',
    any: 'Select the dark places and copy them into an empty document. If redacted words appear, scan the redacted paper again, or save the PDF without its text layer.',
  },
  find: (reading) => {
    const facts = reading.facts.filter(({ what }) => what === 'behind-dark-scan');
    const [first] = facts;
    if (!first) return [];
    const words = facts.reduce((sum, { value }) => sum + Number(value), 0);
    const where = pagesOf(facts.map(({ place }) => place));
    return [
      {
        place: first.place,
        message: `Behind dark parts of the scan${where} ${words === 1 ? 'stands' : 'stand'} ${counted(words, 'word')} that can be copied`,
      },
    ];
  },
};
