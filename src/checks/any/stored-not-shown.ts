import type { Reading } from '../../attachments/reading.ts';
import { wordsOf } from '../../attachments/words.ts';
import type { FileRule } from '../rule.ts';
import { quantity } from '../told.ts';

/**
 * The principle behind all rules: what is stored, less what is seen, less what another rule names, is a leak by a way that nobody thought of. The
 * reader gathers `stored` without knowing what a part is for, so this does not rest on the reader's understanding of the format.
 */
export const storedNotShown: FileRule = {
  id: 'stored-not-shown',
  severity: 'block',
  kinds: ['xlsx', 'docx', 'pdf'],
  finds: 'Words that the file holds, that no reader of it sees, and that no other rule accounts for.',
  why: 'Whatever is stored in a file is published with it, also where no program shows it. The known ways of hiding have rules of their own; this one finds the others.',
  mend: {
    excel: 'Copy what is to be published into a new workbook (Home > Paste > Values), and publish that.',
    word: 'Copy what is to be published into a new document (Home > Paste > Keep Text Only), and publish that.',
    acrobat: 'Print the document to a new PDF, and publish that.',
    libreoffice: 'Copy what is to be published into a new file (Edit > Paste Special > Paste Unformatted Text), and publish that.',
  },
  find: (reading) => {
    const unseen = unseenWords(reading);
    const [first] = unseen;
    if (!first) return [];
    const parts = [...new Set(unseen.map(({ place }) => place.part).filter((part) => part !== undefined))];
    const where =
      parts.length === 0
        ? ''
        : ` (in ${parts.slice(0, 4).join(', ')}${parts.length > 4 ? ` and ${quantity(parts.length - 4, 'more part')}` : ''})`;
    return [{ place: first.place, message: `The file holds ${quantity(unseen.length, 'word')} that no reader of it sees${where}` }];
  },
};

/** What of `stored` is neither seen nor named. */
export function unseenWords(reading: Reading): Reading['stored'] {
  if (reading.stored.length === 0) return [];
  const known = new Set(reading.named);
  for (const { text } of reading.visible) for (const word of wordsOf(text)) known.add(word);
  for (const { text } of reading.hidden) for (const word of wordsOf(text)) known.add(word);
  for (const { value } of reading.facts) for (const word of wordsOf(value)) known.add(word);
  return reading.stored.filter(({ word }) => wordsOf(word).some((each) => !known.has(each)));
}
