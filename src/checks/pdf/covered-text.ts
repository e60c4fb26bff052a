import type { FileRule } from '../rule.ts';
import { counted, hiddenBy, oneProblem } from './in-words.ts';

export const coveredText: FileRule = {
  id: 'covered-text',
  severity: 'block',
  kinds: ['pdf'],
  finds:
    'Text in a PDF that a box or a picture lies over: it cannot be seen, and can be copied. Part of a scanned page or of a photograph that a box lies over: it can be taken out of the picture.',
  why: 'A black box that is drawn over words takes nothing away. Anyone can select the text beneath it, copy it and paste it. A study of court filings found 194 of about 2,000 redacted documents readable in this way.',
  mend: {
    acrobat:
      'Open the PDF, choose Redact a PDF, mark the words under each box, choose Apply, then choose Sanitize Document, and save it under a new name.',
    libreoffice:
      'Open the original document, choose Tools > Redact, cover the words, then choose “Export Redacted PDF (Black)”: the pages become pictures.',
    word: 'Open the original document, delete the words themselves and write [redacted] in their place, then save it as a PDF.',
    any: 'Take the words out of the document that the PDF was made from, and make the PDF again. Drawing over them, or saving again, does not take them out.',
  },
  find: (reading) => [
    ...oneProblem(
      hiddenBy(reading, 'covered-text'),
      (where, count) => `Text${where} is under a box or a picture and can be copied from there: ${counted(count, 'word')}`,
    ),
    ...oneProblem(
      hiddenBy(reading, 'covered-picture'),
      (where, count) =>
        `${counted(count, 'box lies', 'boxes lie')} over a picture${where}, and what is under ${count === 1 ? 'it' : 'them'} is in the picture still`,
    ),
  ],
};
