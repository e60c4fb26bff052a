import { describe, expect, test } from 'vitest';
import { KINDS, type Kind } from '../../../src/attachments/kinds.ts';
import { OTHER_KINDS, type OtherKind } from '../../../src/attachments/other-kinds.ts';
import { labelOf, notWhatItSays } from '../../../src/checks/any/not-what-it-says.ts';

const says = (name: string, kind: Kind | OtherKind) =>
  notWhatItSays.findOutside({ name, size: 1, allowed: [] }, kind).map(({ message }) => message);

describe('content under another ending', () => {
  test.each<[string, Kind | OtherKind, string]>([
    ['figures.pdf', 'csv', 'The content is a CSV table, and its ending .pdf is that of a PDF'],
    ['figures.XLSX', 'docx', 'The content is a Word document, and its ending .xlsx is that of an Excel workbook'],
    ['a.svg', 'png', 'The content is a PNG image, and its ending .svg is that of an SVG drawing'],
    ['letter.rtf', 'old-office', 'The content is an older or encrypted Office file, and its ending .rtf is that of a rich text file'],
    ['letter.pdf', 'locked-office', 'The content is an Office file that is locked with a password, and its ending .pdf is that of a PDF'],
    ['film.dat', 'media', 'The content is sound or film, and its ending is .dat'],
    ['film', 'pdf', 'The content is a PDF, and it has no ending'],
    ['notes.txt', 'html', 'The content is a web page, and its ending .txt is that of text'],
    ['figures.csv', 'unknown', 'The content is a file of a kind that is not known, and its ending .csv is that of a CSV table'],
  ])('%s that is %s is told', (name, kind, message) => expect(says(name, kind)).toEqual([message]));

  test.each<[string, Kind | OtherKind]>([
    ['figures.tsv', 'csv'],
    ['data.geojson', 'text'],
    ['book.xltm', 'xlsx'],
    ['plan.svg', 'svg-with-script'],
    ['old.doc', 'old-office'],
    ['figures.pdf', 'empty'],
    ['figures.md5', 'text'],
    ['README', 'text'],
    ['model.bin', 'unknown'],
  ])('%s that is %s is as it says', (name, kind) => expect(says(name, kind)).toEqual([]));

  test.each(['book.xlsx', 'book.xlsm', 'letter.docx', 'talk.pptx'])('%s with a password is an older container, and no lie', (name) => {
    expect(says(name, 'old-office')).toEqual([]);
    expect(says(name, 'locked-office')).toEqual([]);
  });
});

test('every kind has a label with its article', () => {
  const labels = [...Object.keys(KINDS), ...Object.keys(OTHER_KINDS)].map((kind) => labelOf(kind as Kind | OtherKind));
  expect(labels).toEqual([
    'an Excel workbook',
    'a Word document',
    'a PDF',
    'a PNG image',
    'a JPEG image',
    'a GIF image',
    'a WebP image',
    'a CSV table',
    'text',
    'an older or encrypted Office file',
    'an Office file that is locked with a password',
    'a binary Excel workbook (.xlsb)',
    'an OpenDocument file',
    'a PowerPoint presentation',
    'a rich text file',
    'a TIFF image',
    'a bitmap image',
    'a HEIC or AVIF image',
    'an SVG drawing',
    'sound or film',
    'a database',
    'a web page',
    'an SVG drawing with script',
    'a program',
    'a ZIP archive',
    'a compressed file',
    'an archive',
    'an empty file',
    'a file of a kind that is not known',
  ]);
});
