import type { FileRule } from '../rule.ts';

export const encryptedPdf: FileRule = {
  id: 'encrypted-pdf',
  severity: 'warn',
  kinds: ['pdf'],
  finds: 'A PDF with a password against printing, copying or changing.',
  why: 'Such a password protects nothing: free programs take it off. It does keep screen readers and translators out, which public bodies have to serve.',
  mend: {
    acrobat: 'Choose File > Properties > Security, set the security method to No Security, and save the PDF under a new name.',
    libreoffice: 'Export the PDF again, and set no passwords under Security.',
    any: 'Make the PDF again without a password.',
  },
  find: (reading) =>
    reading.facts.some(({ what, value }) => what === 'encrypted' && value === 'yes')
      ? [{ place: {}, message: 'The PDF has a password against changing or copying, which protects nothing and shuts readers out' }]
      : [],
};
