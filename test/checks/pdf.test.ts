import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/attachments/pdf.ts';
import { describePlace, type Reading } from '../../src/attachments/reading.ts';
import { PDF_RULES } from '../../src/checks/pdf/rules.ts';
import { box, stream, words, writePdf, type PdfToWrite } from '../attachments/pdf-builder.ts';

const MADE = path.join(import.meta.dirname, '../fixtures/attachments');
const SHARED = path.join(import.meta.dirname, '../../../shared/leaks/redaction-pdf');

async function check(bytes: Uint8Array, allowed: string[] = []) {
  const reading = await readPdf(bytes);
  return findings(reading, bytes.length, allowed);
}

function findings(reading: Reading, size: number, allowed: string[]) {
  return PDF_RULES.flatMap((rule) => rule.find(reading, { name: 'answer.pdf', size, allowed }).map((problem) => ({ rule, ...problem })));
}

const short = (found: Awaited<ReturnType<typeof check>>, severity: 'block' | 'warn') =>
  found.filter(({ rule }) => rule.severity === severity).map(({ rule, place }) => `${rule.id} ${describePlace(place)}`.trim());

describe('files of other programs: what blocks them', () => {
  const expected: Record<string, string[]> = {
    'cairo-black-on-black.pdf': ['text-in-background-colour page 1'],
    'cairo-clean.pdf': [],
    'cairo-covered-text.pdf': ['covered-text page 1'],
    'cairo-dark-highlight.pdf': ['dark-highlight page 1'],
    'cairo-thick-line.pdf': ['covered-text page 1'],
    'ghostscript-attachment.pdf': ['pdf-embedded-file'],
    'ghostscript-bookmark.pdf': ['text-beside-pages'],
    'ghostscript-box-over-picture.pdf': ['covered-text page 1'],
    'ghostscript-clean.pdf': [],
    'ghostscript-covered-text.pdf': ['covered-text page 1'],
    'ghostscript-javascript.pdf': ['pdf-script'],
    'ghostscript-redact.pdf': ['unapplied-redaction page 1'],
    'ghostscript-white-text.pdf': ['text-in-background-colour page 1'],
    'libreoffice-clean-dark-slides.pdf': [],
    'libreoffice-clean-filled-table.pdf': [],
    'libreoffice-clean-letter.pdf': [],
    'libreoffice-clean-named-sheets.pdf': [],
    'libreoffice-comment.pdf': ['text-beside-pages page 1'],
    'libreoffice-covered-text.pdf': ['covered-text page 2'],
    'libreoffice-embedded-original.pdf': ['pdf-embedded-file'],
    'libreoffice-white-text.pdf': ['text-in-background-colour page 1'],
    'pdf-lib-attachment.pdf': ['pdf-embedded-file'],
    'pdf-lib-author.pdf': [],
    'pdf-lib-box-over-picture.pdf': ['covered-text page 1'],
    'pdf-lib-clean-picture.pdf': [],
    'pdf-lib-covered-text.pdf': ['covered-text page 1'],
    'pdf-lib-cropped.pdf': ['text-outside-page page 1'],
    'pdf-lib-dark-highlight.pdf': ['dark-highlight page 1'],
    'pdf-lib-form.pdf': [],
    'pdf-lib-hidden-form.pdf': ['text-beside-pages'],
    'pdf-lib-javascript.pdf': ['pdf-script'],
    'pdf-lib-layer.pdf': ['hidden-layer page 1'],
    'pdf-lib-picture-layer.pdf': ['unseen-picture page 1'],
    'pdf-lib-picture-outside.pdf': ['unseen-picture page 1'],
    'pdf-lib-picture-underneath.pdf': ['unseen-picture page 1'],
    'pdf-lib-picture-unused.pdf': [],
    'qpdf-attachment.pdf': ['pdf-embedded-file'],
    'qpdf-clean-linearized.pdf': [],
    'qpdf-covered-text.pdf': ['covered-text page 1'],
    'qpdf-encrypted-128useaesn.pdf': ['text-beside-pages'],
    'qpdf-encrypted-128useaesy.pdf': ['text-beside-pages'],
    'qpdf-encrypted-256.pdf': ['text-beside-pages'],
    'qpdf-encrypted-40.pdf': ['text-beside-pages'],
    'qpdf-encrypted.pdf': [],
    'qpdf-picture-underneath.pdf': ['covered-text page 1', 'unseen-picture page 1'],
  };
  test.each(Object.entries(expected))('%s', async (name, rules) => {
    const found = await check(readFileSync(path.join(MADE, name)));
    expect(short(found, 'block')).toEqual(rules);
  });
  test('each file of the folder is in the table', () => {
    expect(readdirSync(MADE).filter((name) => name.endsWith('.pdf'))).toEqual(Object.keys(expected).sort());
  });
  test('a password is warned of, and an author', async () => {
    expect(short(await check(readFileSync(path.join(MADE, 'qpdf-encrypted.pdf'))), 'warn')).toContain('encrypted-pdf');
    expect(short(await check(readFileSync(path.join(MADE, 'pdf-lib-author.pdf'))), 'warn')).toContain('pdf-author');
  });
});

describe('one finding a cause a file', () => {
  const covered = words('Invented Person', 200, 700) + box(195, 695, 110, 18);

  test.each([
    [[1], 'Text on page 1 is under a box or a picture and can be copied from there: 2 words'],
    [[3, 5, 7], 'Text on pages 3, 5 and 7 is under a box or a picture and can be copied from there: 6 words'],
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
      'Text on 9 pages, the first of them page 1 is under a box or a picture and can be copied from there: 18 words',
    ],
  ])('text under boxes of pages %s', async (pages, message) => {
    const content = (page: number) => words('Shown') + (pages.includes(page) ? covered : '');
    const found = await check(writePdf({ pages: Array.from({ length: 9 }, (_, at) => ({ content: content(at + 1) })) }));
    expect(found.map((one) => one.message)).toEqual([message]);
    expect(found[0]?.place).toEqual({ page: pages[0], box: [200, 133, 287.4, 144.4] });
  });

  test('no message repeats what is hidden', async () => {
    const hidden: PdfToWrite = {
      pages: [{ content: covered + words('Secret', 72, 600, 12, '1 g') + words('Beyond', 900, 600), entries: '/Annots [100 0 R 101 0 R]' }],
      objects: {
        100: '<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Confidant) >>',
        101: '<< /Type /Annot /Subtype /Redact /Rect [195 695 305 713] /Contents (Confidant) >>',
      },
      info: '/Author (Inventor) /Title (Answer)',
    };
    const found = await check(writePdf(hidden));
    expect(found.map(({ rule }) => rule.id)).toEqual([
      'covered-text',
      'text-in-background-colour',
      'text-outside-page',
      'unapplied-redaction',
      'text-beside-pages',
      'pdf-author',
    ]);
    for (const { message } of found) expect(message).not.toMatch(/Invented|Secret|Beyond|Confidant|Inventor/);
  });
});

describe('what is warned of', () => {
  const content = words('Ten vehicles');

  test.each<[string, Partial<PdfToWrite>, string[]]>([
    ['nothing in a good file', {}, []],
    ['a missing title', { info: '' }, ['The PDF has no title']],
    [
      'a file without tags, language and title',
      { info: '', catalog: '/MarkInfo << /Marked false >>' },
      ['The PDF has no tags, no language, no title'],
    ],
    [
      'the folder that it lay in',
      { info: '/Title (C:\\\\Users\\\\inventor\\\\letter.doc)' },
      ['The file’s properties name a folder or an address'],
    ],
    [
      'an author and a company',
      { info: '/Title (T) /Author (A. Clerk) /Company (Northmoor)' },
      ['The file’s properties name an author, a company'],
    ],
    ['no author that may be named', { info: '/Title (T) /Author (Northmoor Constabulary)' }, []],
    ['no program', { info: '/Title (T) /Producer (Pen 1.0) /Creator (Paper 2)' }, []],
  ])('%s', async (_, more, messages) => {
    const found = await check(writePdf({ pages: [{ content }], ...more }), ['northmoor constabulary']);
    expect(found.map(({ message }) => message)).toEqual(messages);
  });

  test('small pictures of pages', async () => {
    const objects = { 100: stream('/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray', 'a') };
    const found = await check(writePdf({ pages: [{ content, entries: '/Thumb 100 0 R' }], objects }));
    expect(found.map(({ message }) => message)).toEqual(['The PDF stores small pictures of its pages: 1 picture']);
  });
});

describe('redaction breaches that happened, with invented people', () => {
  const letter = words('The complaint was made by') + words('Invented Person of 1 Nowhere Lane', 220, 700);

  test('black rectangles that were drawn over names (court filings)', async () => {
    const found = await check(writePdf({ pages: [{ content: letter + box(215, 695, 220, 18) }] }));
    expect(short(found, 'block')).toEqual(['covered-text page 1']);
  });
  test('names that were marked with a black highlighter', async () => {
    const resources = '/ExtGState << /G << /BM /Multiply >> >>';
    const found = await check(writePdf({ pages: [{ content: `${letter} /G gs ${box(215, 695, 220, 18)}`, resources }] }));
    expect(short(found, 'block')).toEqual(['dark-highlight page 1']);
  });
  test('names whose background was made black: black on black', async () => {
    const found = await check(writePdf({ pages: [{ content: box(215, 695, 220, 18) + letter }] }));
    expect(short(found, 'block')).toEqual(['text-in-background-colour page 1']);
  });
});

test('every rule says what it finds, why it matters, and how to mend it, and has an id of its own', () => {
  expect(new Set(PDF_RULES.map(({ id }) => id)).size).toBe(PDF_RULES.length);
  for (const { id, finds, why, mend } of PDF_RULES) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(finds).toMatch(/^[A-Z].*\.$/);
    expect(why).toMatch(/^[A-Z].*\.$/);
    expect(Object.keys(mend)).toContain('any');
    for (const step of Object.values(mend)) expect(step).toMatch(/^[A-Z][^.]*.*\.$/);
  }
});

interface Label {
  file: string;
  verdict: string;
}
const labels: Label[] = existsSync(SHARED)
  ? readFileSync(path.join(SHARED, 'labels.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Label)
  : [];

describe.skipIf(labels.length === 0)('files of x-ray (skipped where ../shared/leaks/redaction-pdf is not there)', () => {
  test.each(labels.map(({ file, verdict }) => [file, verdict]))('%s is %s', async (file, verdict) => {
    const blocked = short(await check(readFileSync(path.join(SHARED, file))), 'block');
    expect(blocked.length > 0).toBe(!verdict.startsWith('CLEAN'));
  });
});
