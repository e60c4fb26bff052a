import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/attachments/pdf.ts';
import { UnreadableFile, type Hidden } from '../../src/attachments/reading.ts';
import { appendRevision, box, stream, words, writePdf, type PageToWrite, type PdfToWrite } from './pdf-builder.ts';

/** What is hidden, as `how text @page`. */
async function hiddenIn(file: Partial<PdfToWrite> & { content?: string } & Partial<PageToWrite>): Promise<string[]> {
  const { content = '', resources, entries, ...rest } = file;
  const bytes = writePdf({ pages: [{ content, ...(resources && { resources }), ...(entries && { entries }) }], ...rest });
  return told((await readPdf(bytes)).hidden);
}

function told(hidden: readonly Hidden[]): string[] {
  return hidden.map(({ how, text, place }) => `${how} ${text}`.trim() + (place.page ? ` @${place.page}` : ''));
}

const SECRET = words('Invented Person', 200, 700);
const OVER_SECRET = box(195, 695, 110, 18);
/** Two colours, four pixels, no filter. */
const picture = (data: string, entries = '') =>
  stream(`/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray ${entries}`, data);

describe('what a page shows', () => {
  test('visible text has its page, and its box from the upper left corner', async () => {
    const reading = await readPdf(writePdf({ pages: [{ content: '' }, { content: words('Ten vehicles', 72, 700, 12) }] }));
    expect(reading.visible).toEqual([{ text: 'Ten vehicles', place: { page: 2, box: [72, 133, 139.4, 144.4] } }]);
    expect(reading.hidden).toEqual([]);
  });

  test('the box follows a page that is turned and cropped', async () => {
    const entries = '/Rotate 90 /CropBox [50 50 545 792]';
    const reading = await readPdf(writePdf({ pages: [{ content: words('Ten', 72, 700, 12), entries }] }));
    const [line] = reading.visible;
    expect(line?.place.box).toEqual([647.6, 22, 659, 42.7]);
  });
});

describe('text under something is found', () => {
  test.each<[string, string, Partial<PageToWrite> & Partial<PdfToWrite>]>([
    ['a black box', SECRET + OVER_SECRET, {}],
    ['a white box', SECRET + box(195, 695, 110, 18, 1), {}],
    ['a thick line', SECRET + 'q 20 w 190 704 m 320 704 l S Q', {}],
    [
      'a box that a form paints',
      SECRET + '/Fm Do',
      {
        resources: '/XObject << /Fm 100 0 R >>',
        objects: { 100: stream('/Type /XObject /Subtype /Form /BBox [0 0 600 850]', OVER_SECRET) },
      },
    ],
    [
      'a box of a form with a matrix',
      SECRET + '/Fm Do',
      {
        resources: '/XObject << /Fm 100 0 R >>',
        objects: { 100: stream('/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Matrix [20 0 0 4 150 690]', box(1, 1, 9, 9)) },
      },
    ],
    [
      'a box of a transparency group',
      SECRET + '/Fm Do',
      {
        resources: '/XObject << /Fm 100 0 R >>',
        objects: { 100: stream('/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Group << /S /Transparency >>', OVER_SECRET) },
      },
    ],
    [
      'a picture',
      SECRET + 'q 110 0 0 18 195 695 cm /Im Do Q',
      { resources: '/XObject << /Im 100 0 R >>', objects: { 100: picture('\x00\x40\x00\x40') } },
    ],
    [
      'a large picture, which is unpacked while the page is read',
      SECRET + 'q 110 0 0 18 195 695 cm /Im Do Q',
      {
        resources: '/XObject << /Im 100 0 R >>',
        objects: {
          100: stream(
            '/Type /XObject /Subtype /Image /Width 600 /Height 600 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode',
            deflateSync(Buffer.alloc(600 * 600)).toString('latin1'),
          ),
        },
      },
    ],
    [
      'a stencil',
      SECRET + 'q 110 0 0 18 195 695 cm /Im Do Q',
      {
        resources: '/XObject << /Im 100 0 R >>',
        objects: { 100: stream('/Type /XObject /Subtype /Image /Width 8 /Height 2 /BitsPerComponent 1 /ImageMask true', '\x00\x00') },
      },
    ],
    ['a picture in the operators', SECRET + 'q 110 0 0 18 195 695 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q', {}],
    [
      'a tiling pattern',
      SECRET + '/Pattern cs /P scn 195 695 110 18 re f',
      {
        resources: '/Pattern << /P 100 0 R >>',
        objects: {
          100: stream(
            '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 /Resources << >>',
            '0 g 0 0 5 5 re f',
          ),
        },
      },
    ],
    [
      'a shading',
      SECRET + 'q 195 695 110 18 re W n /S sh Q',
      {
        resources: '/Shading << /S 100 0 R >>',
        objects: {
          100: '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 600 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> >>',
        },
      },
    ],
    [
      'a box as an annotation',
      SECRET,
      {
        entries: '/Annots [100 0 R]',
        objects: {
          100: '<< /Type /Annot /Subtype /Square /Rect [195 695 305 713] /IC [0 0 0] /C [0 0 0] /AP << /N 101 0 R >> >>',
          101: stream('/Type /XObject /Subtype /Form /BBox [0 0 110 18]', '0 g 0 0 110 18 re f'),
        },
      },
    ],
    [
      'a box of two alphas that add up',
      SECRET + '/G gs ' + OVER_SECRET + OVER_SECRET + OVER_SECRET,
      { resources: '/ExtGState << /G << /ca 0.8 >> >>' },
    ],
    ['a box after a turn of the page', 'q 0 1 -1 0 600 0 cm ' + words('Invented Person', 200, 400) + box(195, 395, 110, 18) + 'Q', {}],
  ])('%s', async (_, content, more) => {
    const hidden = await hiddenIn({ content: words('Shown', 72, 760) + content, ...more });
    expect(hidden).toEqual([expect.stringMatching(/^(covered-text|dark-highlight) Invented Person @1$/)]);
  });

  test('the letters of a word that a box ends in', async () => {
    expect(await hiddenIn({ content: words('abcdefghi', 72, 700, 40) + box(138, 690, 60, 40) })).toEqual(['covered-text def @1']);
  });

  test('its box is where it lies', async () => {
    const { hidden } = await readPdf(writePdf({ pages: [{ content: words('Shown') }, { content: SECRET + OVER_SECRET }] }));
    expect(hidden).toEqual([{ how: 'covered-text', text: 'Invented Person', count: 2, place: { page: 2, box: [200, 133, 287.4, 144.4] } }]);
  });
});

describe('what hides nothing is left alone', () => {
  test.each<[string, string, Partial<PageToWrite> & Partial<PdfToWrite>]>([
    ['a box without text', OVER_SECRET, {}],
    ['only spaces under a box', words('      ', 200, 700) + OVER_SECRET, {}],
    ['a label over a box', OVER_SECRET + words('s40(2)', 220, 700, 12, '1 g'), {}],
    ['a label under a box', words('Privilege', 200, 700) + OVER_SECRET, {}],
    ['a section under a box', words('Section 40(2)', 200, 700) + OVER_SECRET, {}],
    ['a frame', SECRET + 'q 2 w 195 695 110 18 re S Q', {}],
    ['a box behind the text', box(195, 695, 110, 18, 0.8) + SECRET, {}],
    ['light text on a dark box', OVER_SECRET + words('Invented Person', 200, 700, 12, '1 g'), {}],
    ['a transparent box', SECRET + '/G gs ' + OVER_SECRET, { resources: '/ExtGState << /G << /ca 0.4 >> >>' }],
    ['a box of no alpha', SECRET + '/G gs ' + OVER_SECRET, { resources: '/ExtGState << /G << /ca 0 >> >>' }],
    ['a box with a hole by the even-odd rule', SECRET + '180 680 140 50 re 190 690 125 30 re f*', {}],
    ['a box with a hole by winding', SECRET + '180 680 140 50 re 190 690 m 190 720 l 315 720 l 315 690 l h f', {}],
    ['a box that is clipped away', SECRET + 'q 0 0 50 50 re W n ' + OVER_SECRET + 'Q', {}],
    ['a box that an even-odd clip leaves out', SECRET + 'q 0 0 600 850 re 190 690 125 30 re W* n ' + box(0, 650, 600, 100) + 'Q', {}],
    ['a line through the text', SECRET + 'q 1 w 195 704 m 300 704 l S Q', {}],
    ['a line under the text', SECRET + 'q 1 w 195 698 m 300 698 l S Q', {}],
    ['text painted again over the box', SECRET + OVER_SECRET + words('Invented Person', 200, 700, 12, '1 g'), {}],
    ['a yellow highlight', SECRET + '/G gs 1 1 0 rg 195 695 110 18 re f', { resources: '/ExtGState << /G << /BM /Multiply >> >>' }],
    [
      'a stencil whose bits let it through',
      SECRET + 'q 110 0 0 18 195 695 cm /Im Do Q',
      {
        resources: '/XObject << /Im 100 0 R >>',
        objects: { 100: stream('/Type /XObject /Subtype /Image /Width 8 /Height 2 /BitsPerComponent 1 /ImageMask true', '\xff\xff') },
      },
    ],
    [
      'a picture that is transparent',
      SECRET + 'q 110 0 0 18 195 695 cm /Im Do Q',
      { resources: '/XObject << /Im 100 0 R >>', objects: { 100: picture('abcd', '/SMask 101 0 R'), 101: picture('\x00\x00\x00\x00') } },
    ],
    [
      'a box beneath a soft mask',
      SECRET + '/G gs ' + OVER_SECRET,
      {
        resources: '/ExtGState << /G << /SMask << /S /Luminosity /G 100 0 R >> >> >>',
        objects: {
          100: stream(
            '/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Group << /S /Transparency /CS /DeviceGray >>',
            '0 g 0 0 600 850 re f',
          ),
        },
      },
    ],
    [
      'a hatching',
      SECRET + '/Pattern cs /P scn 195 695 110 18 re f',
      {
        resources: '/Pattern << /P 100 0 R >>',
        objects: {
          100: stream(
            '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>',
            '0 g 0 0 1 9 re f',
          ),
        },
      },
    ],
    ['letters filled through a clip', 'q ' + words('Heading', 200, 700, 30, '7 Tr') + '0.2 g 0 0 600 850 re f Q', {}],
    [
      'a box on a layer that is off',
      SECRET + '/OC /L BDC ' + OVER_SECRET + 'EMC',
      {
        resources: '/Properties << /L 100 0 R >>',
        objects: { 100: '<< /Type /OCG /Name (Plan) >>' },
        catalog: '/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] >> >>',
      },
    ],
  ])('%s', async (_, content, more) => {
    expect(await hiddenIn({ content: words('Shown', 72, 760) + content, ...more })).toEqual([]);
  });
});

describe('text that cannot be told from what is behind it', () => {
  test.each([
    ['white on the page', words('Invented Person', 200, 700, 12, '1 g')],
    ['nearly white on the page', words('Invented Person', 200, 700, 12, '0.98 g')],
    ['black on a black box', OVER_SECRET + SECRET],
    ['red on a red box', '1 0 0 rg 195 695 110 18 re f ' + words('Invented Person', 200, 700, 12, '1 0 0 rg')],
    ['the outline of letters in white', words('Invented Person', 200, 700, 12, '1 G 1 Tr')],
  ])('%s', async (_, content) => {
    expect(await hiddenIn({ content: words('Shown', 72, 760) + content })).toEqual(['text-in-background-colour Invented Person @1']);
  });
});

describe('a dark highlight', () => {
  test.each<[string, string, Partial<PageToWrite> & Partial<PdfToWrite>]>([
    ['painted to multiply', SECRET + '/G gs ' + OVER_SECRET, { resources: '/ExtGState << /G << /BM /Multiply >> >>' }],
    [
      'as an annotation with an appearance',
      SECRET,
      {
        entries: '/Annots [100 0 R]',
        objects: {
          100: '<< /Type /Annot /Subtype /Highlight /Rect [195 695 305 713] /QuadPoints [195 713 305 713 195 695 305 695] /C [0 0 0] /AP << /N 101 0 R >> >>',
          101: stream(
            '/Type /XObject /Subtype /Form /BBox [195 695 305 713] /Matrix [1 0 0 1 -195 -695] /Resources << /ExtGState << /G << /BM /Multiply >> >> >>',
            '/G gs 0 g 195 695 110 18 re f',
          ),
        },
      },
    ],
    [
      'as an annotation without one',
      SECRET,
      {
        entries: '/Annots [100 0 R]',
        objects: {
          100: '<< /Type /Annot /Subtype /Highlight /Rect [195 695 305 713] /QuadPoints [195 713 305 713 195 695 305 695] /C [0 0 0] >>',
        },
      },
    ],
    [
      'of a group that multiplies',
      SECRET + '/G gs /Fm Do',
      {
        resources: '/ExtGState << /G << /BM /Multiply >> >> /XObject << /Fm 100 0 R >>',
        objects: { 100: stream('/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Group << /S /Transparency >>', OVER_SECRET) },
      },
    ],
  ])('%s', async (_, content, more) => {
    expect(await hiddenIn({ content: words('Shown', 72, 760) + content, ...more })).toEqual(['dark-highlight Invented Person @1']);
  });
});

describe('text outside of what is shown', () => {
  test.each<[string, string, string]>([
    ['beyond the edge', words('Invented Person', 700, 700), ''],
    ['cropped away', SECRET, '/CropBox [0 0 595 400]'],
    ['clipped away', 'q 0 0 50 50 re W n ' + SECRET + 'Q', ''],
  ])('%s', async (_, content, entries) => {
    expect(await hiddenIn({ content: words('Shown', 72, 300) + content, entries })).toEqual(['text-outside-page Invented Person @1']);
  });
});

test('a line that goes on over two pages, cut by the edge of each, is seen', async () => {
  const line = words('Vehicles bought in 2024', 100, 700);
  const pages = [{ content: line }, { content: `q 160 0 435 842 re W n ${line} Q` }];
  expect((await readPdf(writePdf({ pages }))).hidden).toEqual([]);
});

test('a word that the edge of a cell cuts is seen', async () => {
  expect(await hiddenIn({ content: 'q 190 690 60 30 re W n ' + words('InventedPerson', 200, 700) + 'Q' })).toEqual([]);
});

describe('text that is not drawn', () => {
  const scan = (extra = '') => `q 595 0 0 842 0 0 cm /Im Do Q ${extra}`;
  /** A picture of a page as wide and high as the page: grey noise where words are, else as `fill`. */
  const page = (dark: (x: number, y: number) => boolean | null) => {
    let data = '';
    for (let y = 0; y < 842; y++)
      for (let x = 0; x < 595; x++) {
        const is = dark(x, y);
        data += is === null ? (((x >> 1) + (y >> 1)) % 2 ? '\x10' : '\xf0') : is ? '\x05' : '\xfd';
      }
    return { 100: stream('/Type /XObject /Subtype /Image /Width 595 /Height 842 /BitsPerComponent 8 /ColorSpace /DeviceGray', data) };
  };
  const resources = '/XObject << /Im 100 0 R >>';
  const ocr = words('Invented Person', 200, 700, 12, '3 Tr');

  test('on a page without a picture it is told', async () => {
    expect(await hiddenIn({ content: words('Shown', 72, 760) + ocr })).toEqual(['invisible-text Invented Person @1']);
  });
  test('type too small to read is told', async () => {
    expect(await hiddenIn({ content: words('Invented Person', 200, 700, 0.5) })).toEqual(['invisible-text Invented Person @1']);
  });
  test('behind a scan it is what the scan shows', async () => {
    const reading = await readPdf(writePdf({ pages: [{ content: scan(ocr), resources }], objects: page(() => null) }));
    expect(reading.hidden).toEqual([]);
    expect(reading.visible.map(({ text }) => text)).toEqual(['Invented Person']);
  });
  test('painted before the scan it is what the scan shows', async () => {
    expect(await hiddenIn({ content: SECRET + scan(), resources, objects: page(() => null) })).toEqual([]);
  });
  test('behind a black box on a scan it is found', async () => {
    expect(await hiddenIn({ content: scan(ocr) + OVER_SECRET, resources, objects: page(() => null) })).toEqual([
      'covered-picture @1',
      'covered-text Invented Person @1',
    ]);
  });
  test.each([
    ['black', true],
    ['white', false],
  ])('where the scan itself is %s all over it is found', async (_, dark) => {
    const inside = (x: number, y: number) => (x > 190 && x < 310 && y > 125 && y < 150 ? dark : null);
    expect(await hiddenIn({ content: scan(ocr), resources, objects: page(inside) })).toEqual(['covered-text Invented Person @1']);
  });
});

describe('what stands beside the pages', () => {
  const content = words('Vehicles bought in 2024', 72, 700);

  test('a redaction that was not applied, with its place', async () => {
    const { hidden } = await readPdf(
      writePdf({
        pages: [{ content, entries: '/Annots [100 0 R]' }],
        objects: { 100: '<< /Type /Annot /Subtype /Redact /Rect [195 695 305 713] /QuadPoints [195 713 305 713 195 695 305 695] >>' },
      }),
    );
    expect(hidden).toEqual([{ how: 'unapplied-redaction', text: '', count: 1, place: { page: 1, box: [195, 129, 305, 147] } }]);
  });

  test('text on a layer that is off', async () => {
    const hidden = await hiddenIn({
      content: content + '/OC /L BDC ' + words('Invented Person', 72, 600) + 'EMC',
      resources: '/Properties << /L 100 0 R >>',
      objects: { 100: '<< /Type /OCG /Name (Plan) >>' },
      catalog: '/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] >> >>',
    });
    expect(hidden).toEqual(['hidden-layer Invented Person @1']);
  });

  test.each<[string, string, Partial<PageToWrite> & Partial<PdfToWrite>]>([
    [
      'a file in it',
      'embedded-file',
      {
        catalog: '/Names << /EmbeddedFiles << /Names [(a) 100 0 R] >> >>',
        objects: { 100: '<< /Type /Filespec /F (a.csv) /EF << /F 101 0 R >> >>', 101: stream('/Type /EmbeddedFile', 'a,b') },
      },
    ],
    [
      'a file pinned to a page',
      'embedded-file',
      {
        entries: '/Annots [102 0 R]',
        objects: {
          102: '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 100 0 R >>',
          100: '<< /Type /Filespec /F (a.csv) /EF << /F 101 0 R >> >>',
          101: stream('/Type /EmbeddedFile', 'a,b'),
        },
      },
    ],
    ['a script at opening', 'javascript', { catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }],
    ['a program that is started', 'launch', { catalog: '/OpenAction << /S /Launch /F (calc.exe) >>' }],
    [
      'replacement text in the operators',
      'actual-text Invented Person',
      { content: content + '/Span << /ActualText (Invented Person) >> BDC ' + words('xx', 72, 600) + ' EMC' },
    ],
    [
      'replacement text of the structure',
      'actual-text Invented Person @1',
      { objects: { 100: '<< /Type /StructElem /S /Span /P 5 0 R /Pg 10 0 R /ActualText (Invented Person) >>' } },
    ],
    [
      'alternative text of words',
      'alternative-text Invented Person',
      {
        objects: {
          100: '<< /Type /StructElem /S /Span /P 5 0 R /Alt <FEFF0049006E00760065006E00740065006400200050006500720073006F006E> >>',
        },
      },
    ],
    [
      'a bookmark',
      'bookmark Complaint of Invented Person',
      {
        catalog: '/Outlines 100 0 R',
        objects: {
          100: '<< /Type /Outlines /First 101 0 R /Last 101 0 R /Count 1 >>',
          101: '<< /Title (Complaint of Invented Person) /Parent 100 0 R /Dest [10 0 R /Fit] >>',
        },
      },
    ],
    [
      'more bookmarks of a spreadsheet than it has pages, so that they are not the names of its sheets',
      'bookmark Complaint of Invented Person',
      {
        info: '/Title (Answer) /Creator (Calc) /Producer (LibreOffice 24.2)',
        catalog: '/Outlines 100 0 R',
        objects: {
          100: '<< /Type /Outlines /First 101 0 R /Last 102 0 R /Count 2 >>',
          101: '<< /Title (2024: vehicles bought) /Parent 100 0 R /Next 102 0 R /Dest [10 0 R /Fit] >>',
          102: '<< /Title (Complaint of Invented Person) /Parent 100 0 R /Prev 101 0 R /Dest [10 0 R /Fit] >>',
        },
      },
    ],
    [
      'the value of a field',
      'form-value Invented Person',
      { catalog: '/AcroForm << /Fields [100 0 R] >>', objects: { 100: '<< /FT /Tx /T (name) /V (Invented Person) >>' } },
    ],
    [
      'a comment',
      'note Invented Person @1',
      {
        entries: '/Annots [100 0 R]',
        objects: { 100: '<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Invented Person) >>' },
      },
    ],
    ['a small picture of a page', 'page-thumbnail', { entries: '/Thumb 100 0 R', objects: { 100: picture('abcd') } }],
    ['operators that no page leads to', 'deleted-page invented person @1', { objects: { 100: stream('', words('Invented Person')) } }],
    [
      'a page that is no longer listed',
      'deleted-page invented person @1',
      {
        objects: {
          100: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 101 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
          101: stream('', words('Invented Person')),
        },
      },
    ],
  ])('%s', async (_, expected, more) => {
    expect(await hiddenIn({ content, ...more })).toEqual([expected]);
  });

  test.each<[string, Partial<PageToWrite> & Partial<PdfToWrite>]>([
    [
      'a bookmark that is a heading',
      {
        catalog: '/Outlines 100 0 R',
        objects: {
          100: '<< /Type /Outlines /First 101 0 R /Count 1 >>',
          101: '<< /Title (2024: vehicles bought) /Parent 100 0 R /Dest [10 0 R /Fit] >>',
        },
      },
    ],
    [
      'a bookmark that is the name of the sheet of a spreadsheet',
      {
        info: '/Title (Answer) /Creator (Calc) /Producer (LibreOffice 24.2)',
        catalog: '/Outlines 100 0 R',
        objects: {
          100: '<< /Type /Outlines /First 101 0 R /Count 1 >>',
          101: '<< /Title (Fleet by quarter) /Parent 100 0 R /Dest [10 0 R /Fit] >>',
        },
      },
    ],
    [
      'a bookmark that numbers',
      {
        catalog: '/Outlines 100 0 R',
        objects: {
          100: '<< /Type /Outlines /First 101 0 R /Count 1 >>',
          101: '<< /Title (Slide 1) /Parent 100 0 R /Dest [10 0 R /Fit] >>',
        },
      },
    ],
    ['replacement text that is shown', { content: content + '/Span << /ActualText (Vehi\\255cles) >> BDC EMC' }],
    [
      'what a picture shows, for the blind',
      { objects: { 100: '<< /Type /StructElem /S /Figure /P 5 0 R /Alt (A bar chart that rises) >>' } },
    ],
    ['operators that no page leads to and that say what is shown', { objects: { 100: stream('', words('Vehicles bought')) } }],
    [
      'the contents of a link',
      {
        entries: '/Annots [100 0 R]',
        objects: {
          100: '<< /Type /Annot /Subtype /Link /Rect [1 1 9 9] /Contents (Our policy) /A << /S /URI /URI (https://northmoor.example) >> >>',
        },
      },
    ],
  ])('%s is left alone', async (_, more) => {
    expect(await hiddenIn({ content, ...more })).toEqual([]);
  });

  test('facts: author, producer, XMP, tags, language, title', async () => {
    const packet =
      '<x:xmpmeta><rdf:RDF><rdf:Description><dc:creator><rdf:Seq><rdf:li>Invented &amp; Person</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>';
    const { facts } = await readPdf(
      writePdf({
        pages: [{ content }],
        info: '/Title (Fleet) /Author (A. Clerk) /Producer (Pen)',
        catalog: '/Metadata 100 0 R',
        objects: { 100: stream('/Type /Metadata /Subtype /XML', packet) },
      }),
    );
    expect(facts.map(({ what, value }) => `${what}: ${value}`)).toEqual([
      'tagged: yes',
      'language: en-GB',
      'title: Fleet',
      'author: A. Clerk',
      'producer: Pen',
      'author: Invented & Person',
    ]);
  });
});

describe('earlier versions', () => {
  const before = writePdf({ pages: [{ content: words('Name Invented Person') }] });

  test('text that a later version took away is found', async () => {
    const after = appendRevision(before, { 11: stream('', words('Name withheld')) });
    expect(told((await readPdf(after)).hidden)).toEqual(['earlier-revision invented person @1']);
  });
  test('a version that only adds is fine', async () => {
    const after = appendRevision(before, { 11: stream('', words('Name Invented Person') + words('Signed', 72, 600)) });
    expect((await readPdf(after)).hidden).toEqual([]);
  });
  test('one cause is told once: a box that was added over the text is no earlier version', async () => {
    const after = appendRevision(before, { 11: stream('', words('Name Invented Person') + box(60, 690, 300, 30)) });
    expect(told((await readPdf(after)).hidden)).toEqual(['covered-text Name Invented Person @1']);
  });
  test('an end of file inside of a stream is none', async () => {
    const bytes = writePdf({ pages: [{ content: words('Shown') }], objects: { 100: stream('', 'startxref\n0\n%%EOF\n') } });
    expect((await readPdf(bytes)).hidden).toEqual([]);
  });
});

describe('hostile files', () => {
  const good = writePdf({
    pages: [{ content: SECRET + OVER_SECRET, resources: '/XObject << /Im 100 0 R >>' }],
    objects: { 100: picture('abcd') },
  });
  const readsOrRefuses = async (bytes: Uint8Array) => {
    try {
      const reading = await readPdf(bytes);
      expect(reading.kind).toBe('pdf');
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableFile);
      expect((error as Error).message).toMatch(/^[a-z][^\n]{10,160}$/);
    }
  };

  test('a file cut off anywhere is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length), (length) => readsOrRefuses(good.slice(0, length))),
      { numRuns: 40 },
    );
  });
  test('a file with changed bytes is read or refused', async () => {
    const change = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(change, (changes) => {
        const bytes = good.slice();
        for (const [at, value] of changes) bytes[at] = value;
        return readsOrRefuses(bytes);
      }),
      { numRuns: 60 },
    );
  });
  test('bytes that are no PDF are refused', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), readsOrRefuses), { numRuns: 40 });
    await expect(readPdf(Buffer.from('hello'))).rejects.toThrow('the file does not begin as a PDF does');
  });
  test('a stream that unpacks to more than 256 MB is refused', async () => {
    const packed = deflateSync(Buffer.alloc(300 * 2 ** 20)).toString('latin1');
    const bytes = writePdf({ pages: [{ content: SECRET }], objects: { 100: stream('/Filter /FlateDecode', packed) } });
    await expect(readPdf(bytes)).rejects.toThrow('a part of it unpacks to more than can be looked into');
  });
  test('a picture that is too large to be looked at is told', async () => {
    const huge = stream('/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 1 /ColorSpace /DeviceGray', 'x');
    const bytes = writePdf({ pages: [{ content: '/Im Do', resources: '/XObject << /Im 100 0 R >>' }], objects: { 100: huge } });
    expect((await readPdf(bytes)).notInspected).toEqual([{ because: 'it holds a picture that is too large to be looked at', place: {} }]);
  });
  test('brackets without end are read as far as they go', async () => {
    await readsOrRefuses(writePdf({ pages: [{ content: SECRET }], objects: { 100: '['.repeat(100_000), 101: '<<'.repeat(100_000) } }));
  });
  test('states saved without end are read or refused', async () => {
    await readsOrRefuses(writePdf({ pages: [{ content: 'q '.repeat(12_000) + SECRET }] }));
  });
  test('a form that paints itself is read or refused', async () => {
    const form = stream('/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm 100 0 R >> >>', '/Fm Do');
    await readsOrRefuses(writePdf({ pages: [{ content: '/Fm Do', resources: '/XObject << /Fm 100 0 R >>' }], objects: { 100: form } }));
  });
});
