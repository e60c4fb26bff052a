import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem } from './in-words.ts';

export const pdfScript: FileRule = {
  id: 'pdf-script',
  severity: 'block',
  kinds: ['pdf'],
  finds: 'A script in a PDF, or an action that starts a program.',
  why: 'A script runs when the reader opens the PDF. It can hold text of its own, show other things to other readers, and many networks block such files.',
  mend: {
    acrobat: 'Choose Redact a PDF > Sanitize Document, which takes scripts and actions out, and save the PDF under a new name.',
    any: 'Print the PDF to a new PDF, or make it again from its original document, without the form.',
  },
  find: (reading) => {
    const starts = hiddenBy(reading, 'launch').length > 0;
    const runs = hiddenBy(reading, 'javascript').length > 0;
    const what = [runs && 'a script that runs in the reader’s program', starts && 'an action that starts another program'].filter(Boolean);
    return oneProblem(hiddenBy(reading, 'javascript', 'launch'), () => `The PDF has ${what.join(' and ')}`);
  },
};
