import type { FileRule } from '../rule.ts';
import { hiddenBy, pagesOf } from './in-words.ts';

/** What each kind of text beside the pages is called. */
const NAMES = {
  'actual-text': 'replacement text (“ActualText”)',
  'alternative-text': 'alternative text of words',
  bookmark: 'bookmarks',
  'form-value': 'values of form fields',
  note: 'comments',
  unpainted: 'parts that are not drawn, such as hidden annotations',
} as const;

export const textBesidePages: FileRule = {
  id: 'text-beside-pages',
  severity: 'block',
  kinds: ['pdf'],
  finds:
    'Text in bookmarks, comments, form fields, replacement texts or undrawn parts of a PDF (hidden annotations, forms that nothing paints) that its pages do not show.',
  why: 'When words are taken off a page, copies of them may stay in the file: in a bookmark, a comment, a form field, or in the text that is read out to blind people. Copying, searching and screen readers find them.',
  mend: {
    acrobat:
      'Choose Redact a PDF > Sanitize Document, which takes bookmarks, comments, form fields and hidden text out, also those that you want to keep, and save the PDF under a new name.',
    word: 'Delete the comments, and the headings or alternative texts that hold the words, then save it as a PDF again.',
    libreoffice:
      'Delete the comments, headings or alternative texts that hold the words, then export it again, without “Comments as PDF annotations”.',
    any: 'Take the words out of the document that the PDF was made from, wherever they are, and make the PDF again.',
  },
  find: (reading) => {
    const techniques = Object.keys(NAMES) as (keyof typeof NAMES)[];
    const hidden = hiddenBy(reading, ...techniques);
    const [first] = hidden;
    if (!first) return [];
    const kinds = techniques.filter((technique) => hidden.some(({ how }) => how === technique)).map((technique) => NAMES[technique]);
    const where = pagesOf(hidden.map(({ place }) => place));
    return [
      {
        place: first.place,
        message: `The file holds text that its pages do not show: ${kinds.join(', ')}${where} (${hidden.length} in all)`,
      },
    ];
  },
};
