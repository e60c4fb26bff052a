import { expect, test } from 'vitest';
import { mendFor } from '../../src/checks/mend.ts';

const ALL = { excel: 'In Excel.', word: 'In Word.', acrobat: 'In Acrobat.', libreoffice: 'In LibreOffice.', any: 'Anywhere.' };

test.each([
  ['xlsx', 'In Excel.'],
  ['docx', 'In Word.'],
  ['pdf', 'In Acrobat.'],
  ['csv', 'Anywhere.'],
  ['zip', 'Anywhere.'],
  [null, 'Anywhere.'],
] as const)('a file of the kind %s is mended in its own program', (kind, words) => expect(mendFor(ALL, kind)).toBe(words));

test('in any program, else in the first that is named, where its own is not', () => {
  expect(mendFor({ libreoffice: 'In LibreOffice.', any: 'Anywhere.' }, 'xlsx')).toBe('Anywhere.');
  expect(mendFor({ libreoffice: 'In LibreOffice.', word: 'In Word.' }, 'xlsx')).toBe('In LibreOffice.');
  expect(mendFor({}, 'xlsx')).toBe('');
});
