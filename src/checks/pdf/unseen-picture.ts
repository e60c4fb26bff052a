import type { FileRule } from '../rule.ts';
import { counted, hiddenBy, pagesOf } from './in-words.ts';

/** Why a picture is not seen, as the message says it; of `one` picture, or of several. */
const WAYS: Record<string, (one: boolean, where: string) => string> = {
  'picture-underneath': (_, where) => `underneath something else${where}`,
  'picture-outside-page': (_, where) => `outside of what is shown${where}`,
  'picture-transparent': (_, where) => `too transparent to be seen${where}`,
  'picture-on-hidden-layer': (one, where) =>
    `on ${one ? 'a layer that is' : 'layers that are'} switched off${where && ` (${where.trim()})`}`,
  'earlier-picture': () => 'of an earlier version of the file',
  'left-picture': () => 'on no page any more',
};

export const unseenPicture: FileRule = {
  id: 'unseen-picture',
  severity: 'block',
  kinds: ['pdf'],
  finds:
    'A picture that a PDF holds and does not show: underneath another picture or a box, outside of the page, transparent, on a layer that is switched off, of an earlier version, or left over.',
  why: 'Putting a redacted scan over the original, moving a picture off the page or replacing it leaves the original in the file. Anyone can take the pictures out of a PDF, one by one.',
  mend: {
    acrobat:
      'Choose Edit PDF, move the pictures apart to see what lies underneath, delete what must not be published, then choose Redact a PDF > Sanitize Document, and save the PDF under a new name.',
    libreoffice: 'Delete the picture in the original document, and export the PDF again.',
    word: 'Delete the picture in the original document, then save it as a PDF again.',
    any: 'Take the picture out of the document that the PDF was made from, and make the PDF again; or print the PDF to a new PDF as pictures.',
  },
  find: (reading) => {
    const hidden = hiddenBy(reading, ...Object.keys(WAYS));
    const [first] = hidden;
    if (!first) return [];
    const total = hidden.reduce((sum, { count }) => sum + count, 0);
    const parts = Object.entries(WAYS).flatMap(([how, way]) => {
      const such = hidden.filter((one) => one.how === how);
      const count = such.reduce((sum, one) => sum + one.count, 0);
      if (count === 0) return [];
      const words = way(count === 1, pagesOf(such.map(({ place }) => place)));
      return [count === total ? words : `${count} ${words}`];
    });
    return [{ place: first.place, message: `The file holds ${counted(total, 'picture')} that it does not show: ${parts.join(', ')}` }];
  },
};
