import type { FileRule } from '../rule.ts';
import { counted, hiddenBy, oneProblem } from './in-words.ts';

export const pdfEmbeddedFile: FileRule = {
  id: 'pdf-embedded-file',
  severity: 'block',
  kinds: ['pdf'],
  finds: 'A file inside a PDF: an attachment, the original document, a sound or a film.',
  why: 'Whoever opens the PDF can save the files inside it. They are not looked at here, and often nobody knows that they are there: some programs put the original document in.',
  mend: {
    acrobat: 'Choose View > Show/Hide > Navigation Panes > Attachments, delete every file in it, and save the PDF under a new name.',
    libreoffice: 'Export the PDF again, and take the tick from “Hybrid PDF (embed ODF file)”.',
    word: 'Delete objects that are inserted as icons, then save it as a PDF again.',
    any: 'Take the files out of the PDF. If a file is to be published, publish it beside the PDF, where it is checked as well.',
  },
  find: (reading) =>
    oneProblem(hiddenBy(reading, 'embedded-file'), (_, count) => `${counted(count, 'file')} ${count === 1 ? 'is' : 'are'} inside the PDF`),
};
