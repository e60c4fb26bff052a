import type { FileRule } from '../rule.ts';
import { counted, hiddenBy, oneProblem } from './in-words.ts';

export const unappliedRedaction: FileRule = {
  id: 'unapplied-redaction',
  severity: 'block',
  kinds: ['pdf'],
  finds: 'A redaction in a PDF that was marked and never applied.',
  why: 'Marking an area for redaction only draws a frame around it. Until the redactions are applied, the text and the pictures beneath are all there.',
  mend: {
    acrobat: 'Choose Redact a PDF, then Apply, and say yes to removing hidden information. Save it under a new name.',
    any: 'Apply the redactions in the program that marked them, and save the PDF under a new name. Then check it again.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'unapplied-redaction'),
      (where, count) =>
        `${counted(count, 'redaction')}${where} ${count === 1 ? 'is' : 'are'} marked and not applied: what is beneath is still in the file`,
    ),
};
