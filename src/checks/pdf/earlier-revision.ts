import type { FileRule } from '../rule.ts';
import { counted, hiddenBy, oneProblem } from './in-words.ts';

export const earlierRevision: FileRule = {
  id: 'earlier-revision',
  severity: 'block',
  kinds: ['pdf'],
  finds: 'An earlier version inside a PDF, or a page that was deleted from it, with text that the pages no longer show.',
  why: 'Many programs save a change by adding it to the end of the file. What was there before stays in it, and can be brought back by cutting off the end.',
  mend: {
    acrobat: 'Choose File > Save As Other > Optimized PDF, or File > Save As with another name, then choose Sanitize Document.',
    libreoffice: 'Export the PDF again from the original document.',
    word: 'Save the PDF again from the original document.',
    any: 'Make the PDF again from its original document, or print it to a new PDF. Saving it in place does not take the earlier version out.',
  },
  find: (reading) => {
    const hidden = hiddenBy(reading, 'earlier-revision', 'deleted-page');
    const [first] = hidden;
    if (!first) return [];
    const deleted = hidden.filter(({ how }) => how === 'deleted-page');
    const what = deleted.length === hidden.length ? 'pages that were deleted' : 'an earlier version';
    return oneProblem(
      hidden.map((one) => (one.how === 'deleted-page' ? { ...one, place: {} } : one)),
      (where, count) => `The file holds ${what}, with text that is no longer shown${where}: ${counted(count, 'word')}`,
    );
  },
};
