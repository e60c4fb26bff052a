import type { RuleText } from '../rule.ts';

/** Found by no rule but by what goes wrong: a reader that gives up, a file of a kind that has no reader. */
export const notInspected: RuleText = {
  id: 'not-inspected',
  severity: 'block',
  finds: 'A file, or a part of one, that could not be looked into.',
  why: 'What nobody has looked into may hold anything.',
  mend: {
    any: 'Save it anew in a format that can be inspected (.xlsx, .docx, PDF, CSV, text, PNG or JPEG), without a password, and check that file.',
  },
};
