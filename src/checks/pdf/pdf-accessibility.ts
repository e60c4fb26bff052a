import type { FileRule } from '../rule.ts';

export const pdfAccessibility: FileRule = {
  id: 'pdf-accessibility',
  severity: 'warn',
  kinds: ['pdf'],
  finds: 'A PDF without tags, without a language or without a title.',
  why: 'A screen reader needs tags to read a document in order, the language to say it rightly, and the title to name it. The accessibility regulations for public bodies ask for all three.',
  mend: {
    word: 'Set a title under File > Info and a language under Review > Language, then save it as a PDF with “Document structure tags for accessibility”.',
    libreoffice: 'Set a title under File > Properties, then export it with “Universal Accessibility (PDF/UA)”.',
    acrobat: 'Choose Prepare for accessibility > Automatically tag PDF; set title and language under File > Properties.',
    any: 'Publish the document as a web page or an OpenDocument file beside it, or make the PDF again with tags, language and title.',
  },
  find: (reading) => {
    const value = (what: string) => reading.facts.find((fact) => fact.what === what)?.value ?? '';
    const missing = [value('tagged') !== 'yes' && 'tags', value('language') === '' && 'language', value('title') === '' && 'title'].filter(
      Boolean,
    );
    return missing.length > 0 ? [{ place: {}, message: `The PDF has no ${missing.join(', no ')}` }] : [];
  },
};
