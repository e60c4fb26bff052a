import { expect, test } from 'vitest';
import { pdfAccessibility } from '../../../src/checks/pdf/pdf-accessibility.ts';

test.each<[Record<string, string>, string[]]>([
  [{ tagged: 'yes', language: 'en-GB', title: 'Answer' }, []],
  [{ tagged: 'no', language: 'en-GB', title: 'Answer' }, ['The PDF has no tags']],
  [{ language: 'en-GB', title: 'Answer' }, ['The PDF has no tags']],
  [{ tagged: 'yes', title: 'Answer' }, ['The PDF has no language']],
  [{ tagged: 'yes', language: 'en-GB', title: '' }, ['The PDF has no title']],
  [{ author: 'A. Quill' }, ['The PDF has no tags, no language, no title']],
])('a PDF that says %j', (says, messages) => {
  const facts = Object.entries(says).map(([what, value]) => ({ what, value, place: {} }));
  const reading = { kind: 'pdf' as const, visible: [], hidden: [], facts, stored: [], notInspected: [] };
  expect(pdfAccessibility.find(reading, { name: 'a.pdf', size: 1, allowed: [] })).toEqual(
    messages.map((message) => ({ place: {}, message })),
  );
});
