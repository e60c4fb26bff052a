import { deflateSync } from 'node:zlib';
import { stream, words, writePdf } from './pdf-builder.ts';

/** Small PDFs that are made to be slow or large to read, by what they do. */
export const BOMBS: Record<string, () => Uint8Array> = {
  'a state saved 200,000 times': () => page(words('Ten') + 'q '.repeat(200_000)),
  'a state saved 4,000 times, and text in it': () => page('q '.repeat(4000) + words('Ten').repeat(20_000)),
  'a matrix changed 2,000,000 times': () => packedPage('1 0 0 1 0 0 cm '.repeat(2_000_000)),
  'forms that paint the next form twice, 24 deep': () => nestedForms(24, (next) => `${next} ${next}`),
  'forms in forms, 3,000 deep': () => nestedForms(3000, (next) => next),
  'a form that paints itself': () =>
    writePdf({
      pages: [{ content: '/F Do', resources: '/XObject << /F 100 0 R >>' }],
      objects: { 100: form('/F Do /F Do '.repeat(1000), '/XObject << /F 100 0 R >>') },
    }),
  'a form of 5,000 operators that is painted 5,000 times': () =>
    writePdf({
      pages: [{ content: '/F Do '.repeat(5000), resources: '/XObject << /F 100 0 R >>' }],
      objects: { 100: form('0 0 m 9 9 l S '.repeat(5000)) },
    }),
  'patterns that paint with the next pattern twice, 18 deep': () => {
    const objects: Record<number, string> = {};
    for (let at = 0; at < 18; at++)
      objects[100 + at] = stream(
        `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 /Resources << /Pattern << /P ${101 + at} 0 R /Q ${101 + at} 0 R >> >>`,
        '/Pattern cs /P scn 0 0 5 5 re f /Q scn 1 1 5 5 re f',
      );
    objects[118] = stream(
      '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 /Resources << >>',
      '0 0 5 5 re f',
    );
    return writePdf({
      pages: [{ content: `${words('Ten')} /Pattern cs /P scn 0 0 600 850 re f`, resources: '/Pattern << /P 100 0 R >>' }],
      objects,
    });
  },
  'a tiling pattern of 100,000 operators, used 500 times': () =>
    writePdf({
      pages: [
        {
          content: `/Pattern cs ${'/P scn 0 0 600 850 re f '.repeat(500)} ${words('Ten')}`,
          resources: '/Pattern << /P 100 0 R >>',
        },
      ],
      objects: {
        100: stream(
          '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 500 500] /XStep 500 /YStep 500 /Resources << >>',
          '0 0 5 5 re f '.repeat(50_000),
        ),
      },
    }),
  'a soft mask of forms that paint the next form twice': () => {
    const objects = formsInForms(22, 100, (next) => `${next} ${next}`);
    return writePdf({
      pages: [{ content: `/G gs ${words('Ten')}`, resources: '/ExtGState << /G << /SMask << /S /Luminosity /G 100 0 R >> >> >>' }],
      objects: { ...objects, 100: (objects[100] ?? '').replace('/Subtype /Form', '/Subtype /Form /Group << /S /Transparency >>') },
    });
  },
  'a blank picture that is painted 50,000 times': () => painting('q 30 0 0 30 9 9 cm /I Do Q '.repeat(50_000), '\x80'.repeat(64)),
  'pictures over each other, 20,000 of them': () =>
    painting('q 500 0 0 800 9 9 cm /I Do Q q 499 0 0 800 9 9 cm /I Do Q '.repeat(10_000), '\x00\xff'.repeat(32)),
  'boxes over a picture, 60,000 of them': () =>
    painting(`q 595 0 0 842 0 0 cm /I Do Q ${'99 99 60 9 re f '.repeat(60_000)} ${words('Ten').repeat(2000)}`, '\x00\xff'.repeat(32)),
  'private data that 20,000 dictionaries share': () => {
    const shared = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => [1000 + at, '<< /PieceInfo << /A << /Private 100 0 R >> >> >>']),
    );
    const data = `[${Array.from({ length: 20_000 }, () => '<< >>').join('')}]`;
    return writePdf({ pages: [{ content: words('Ten') }], objects: { 100: data, ...shared } });
  },
  'a Type 3 font of large glyphs, in many fonts': () => type3Fonts(2000, '0 0 m 9 9 l S '.repeat(5000)),
  'Type 3 fonts that write with the next font twice': () => {
    const objects: Record<number, string> = {};
    for (let at = 0; at < 20; at++) {
      objects[100 + 2 * at] = type3(101 + 2 * at, `/A ${102 + 2 * at} 0 R /B ${102 + 2 * at} 0 R`);
      objects[101 + 2 * at] = stream('', '1000 0 d0 BT /A 1 Tf (a) Tj /B 1 Tf (a) Tj ET');
    }
    objects[140] = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
    return writePdf({ pages: [{ content: 'BT /T 12 Tf 72 700 Td (aaaa) Tj ET', resources: '/Font << /T 100 0 R >>' }], objects });
  },
  'a table of objects that names 2,000,000,000': () => replaced(page(words('Ten')), /xref\n0 1\n/, 'xref\n0 2000000000\n'),
  'a table of objects that says it is huge': () => replaced(page(words('Ten')), /\/Size 1000/g, '/Size 2000000000'),
  'a packed table of objects that names 1,000,000,000': () => {
    const plain = Buffer.from(page(words('Ten'))).toString('latin1');
    const at = plain.indexOf('xref\n0 1');
    const table = stream('/Type /XRef /Size 1000000000 /W [0 0 0] /Index [0 1000000000] /Root 1 0 R /Info 4 0 R', '');
    return Buffer.from(`${plain.slice(0, at)}900 0 obj\n${table}\nendobj\nstartxref\n${at}\n%%EOF\n`, 'latin1');
  },
  'a table of objects that leads to itself': () => {
    const plain = Buffer.from(page(words('Ten'))).toString('latin1');
    const at = /startxref\n(\d+)/.exec(plain)?.[1] ?? '0';
    return Buffer.from(plain.replace('/Size 1000', `/Size 1000 /Prev ${at}`), 'latin1');
  },
  'an object stream that unpacks to 256 MB': () =>
    writePdf({ pages: [{ content: '' }], objects: { 100: packed('/Type /ObjStm /N 1000000 /First 10', Buffer.alloc(2 ** 28, ' ')) } }),
  'a page that unpacks to 256 MB': () =>
    writePdf({ pages: [{ content: '', entries: '/Contents 100 0 R' }], objects: { 100: packed('', Buffer.alloc(2 ** 28, ' ')) } }),
  'a page packed twice, that unpacks to 256 MB': () =>
    writePdf({
      pages: [{ content: '' }],
      objects: { 11: packedTwice('', Buffer.alloc(2 ** 28, ' ')) },
    }),
  'a page packed by run lengths, 60 times in turn': () => {
    let data: Buffer = Buffer.alloc(128 * 1024, ' ');
    for (let times = 0; times < 3; times++) data = runLengths(data);
    return writePdf({
      pages: [{ content: '' }],
      objects: { 11: stream(`/Filter [${'/RunLengthDecode '.repeat(3)}]`, data.toString('latin1')) },
    });
  },
  'a page of spaces packed by run lengths and Flate': () =>
    writePdf({
      pages: [{ content: '' }],
      objects: {
        11: stream(
          '/Filter [/FlateDecode /RunLengthDecode]',
          deflateSync(Buffer.from('\x81 '.repeat(6_000_000), 'latin1'), { level: 6 }).toString('latin1'),
        ),
      },
    }),
  'a page tree that leads to itself': () =>
    replaced(page(words('Ten')), /\/Kids \[10 0 R\] \/Count 1/, '/Kids [10 0 R 2 0 R 2 0 R] /Count 3'),
  'a page tree that counts 2,000,000,000': () => replaced(page(words('Ten')), /\/Count 1 /, '/Count 2000000000 '),
  'a page tree 50,000 deep': () => {
    const objects: Record<number, string> = {};
    for (let at = 0; at < 50_000; at++) objects[1000 + at] = `<< /Type /Pages /Kids [${1001 + at} 0 R] /Count 1 >>`;
    objects[51_000] = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
    return replaced(writePdf({ pages: [{ content: '' }], objects }), /\/Kids \[10 0 R\]/, '/Kids [1000 0 R]');
  },
  'one page of 5,000 lines listed 20,000 times': () =>
    replaced(
      page('0 0 m 9 9 l S '.repeat(5000) + words('Ten')),
      /\/Kids \[10 0 R\] \/Count 1/,
      `/Kids [${'10 0 R '.repeat(20_000)}] /Count 20000`,
    ),
  '20,000 pages with one text of 500 operators': () => {
    const objects: Record<number, string> = { 100: stream('', words('Ten').repeat(100)) };
    for (let at = 0; at < 20_000; at++)
      objects[1000 + at] =
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 100 0 R /Resources << /Font << /F1 3 0 R >> >> >>';
    const kids = Array.from({ length: 20_000 }, (_, at) => `${1000 + at} 0 R`).join(' ');
    return replaced(writePdf({ pages: [{ content: '' }], objects }), /\/Kids \[10 0 R\] \/Count 1/, `/Kids [${kids}] /Count 20000`);
  },
  '100,000 pictures in the operators': () => packedPage('BI /W 1 /H 1 /BPC 8 /CS /G ID a EI '.repeat(100_000)),
  'a picture in the operators of 30 MB': () => packedPage(`BI /W 5000 /H 6000 /BPC 8 /CS /G ID ${'a'.repeat(30_000_000)} EI`),
  'a string of 20,000,000 letters': () => packedPage(`BT /F1 1 Tf (${'a'.repeat(20_000_000)}) Tj ET`),
  'a text of 2,000,000 pieces': () => packedPage(`BT /F1 1 Tf [${'(a) 9 '.repeat(2_000_000)}] TJ ET`),
  '1,000,000 letters': () => packedPage(`BT /F1 1 Tf ${'(aaaaaaaaaa) Tj '.repeat(100_000)} ET`),
  'a line of 1,000,000 pieces through text': () =>
    packedPage(words('Ten vehicles').repeat(500) + `0 0 m ${'500 800 l 0 0 l '.repeat(500_000)} f`),
  '300,000 boxes over 2,000 words': () => packedPage(words('Ten vehicles').repeat(2000) + '0 0 595 842 re f '.repeat(300_000)),
  '20,000 clips inside each other': () => packedPage('0 0 m 9 900 l 900 0 l h W n '.repeat(20_000) + words('Ten vehicles').repeat(2000)),
  'a curve that is a clip, of 300,000 pieces': () =>
    packedPage(`0 0 m ${'1 2 3 4 5 6 c '.repeat(300_000)} W n ${words('Ten vehicles').repeat(2000)}`),
  'a shading of a function that asks the next twice': () => shading(functions(24), '/ShadingType 2 /Coords [0 0 600 0]'),
  'a shading that is a function of the place': () =>
    shading(
      { 200: stream('/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]', `{ ${'add 2 copy mul exch '.repeat(20_000)} }`) },
      '/ShadingType 1 /Domain [0 1 0 1] /Matrix [600 0 0 800 0 0]',
    ),
  'a function of 1,000,000,000 samples': () =>
    shading(
      { 200: packed('/FunctionType 0 /Domain [0 1] /Range [0 1] /Size [1000000000] /BitsPerSample 8', Buffer.alloc(50_000_000)) },
      '/ShadingType 2 /Coords [0 0 600 0]',
    ),
  'a mesh of 3,000,000 triangles': () =>
    writePdf({
      pages: [{ content: `/S sh ${words('Ten')}`, resources: '/Shading << /S 100 0 R >>' }],
      objects: {
        100: packed(
          '/ShadingType 4 /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 600 0 800 0 1]',
          Buffer.alloc(36_000_000, '\0\x01\x02\x03'),
        ),
      },
    }),
  'a mesh of 200,000 patches': () =>
    writePdf({
      pages: [{ content: `/S sh ${words('Ten')}`, resources: '/Shading << /S 100 0 R >>' }],
      objects: {
        100: packed(
          '/ShadingType 7 /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 600 0 800 0 1]',
          Buffer.alloc(37 * 200_000, '\0abcdefghijklmnopqrstuvwxyzABCDEFGHIJ'),
        ),
      },
    }),
  'a mesh of 1 row that is 4,000,000 wide': () =>
    writePdf({
      pages: [{ content: `/S sh ${words('Ten')}`, resources: '/Shading << /S 100 0 R >>' }],
      objects: {
        100: packed(
          '/ShadingType 5 /VerticesPerRow 4000000 /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8 /Decode [0 600 0 800 0 1]',
          Buffer.alloc(24_000_000, 'abcd'),
        ),
      },
    }),
  'a page of 12 pictures of 60,000,000 points': () => pictures(12, 7700, 7700),
  '400 pages, each with a picture of 60,000,000 points': () => picturePages(400, 7700, 7700),
  'pictures whose mask is larger than they are': () =>
    writePdf({
      pages: [{ content: 'q 500 0 0 700 9 9 cm /A Do Q', resources: '/XObject << /A 100 0 R >>' }],
      objects: {
        100: stream('/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 101 0 R', 'a'),
        101: packed(
          '/Type /XObject /Subtype /Image /Width 7900 /Height 7900 /BitsPerComponent 8 /ColorSpace /DeviceGray',
          Buffer.alloc(7900 * 7900),
        ),
      },
    }),
  'a picture that unpacks to 256 MB more than it shows': () =>
    writePdf({
      pages: [{ content: 'q 500 0 0 700 9 9 cm /A Do Q', resources: '/XObject << /A 100 0 R >>' }],
      objects: {
        100: packed('/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray', Buffer.alloc(2 ** 28)),
      },
    }),
  'a picture packed twice, that unpacks to 256 MB': () =>
    writePdf({
      pages: [{ content: 'q 500 0 0 700 9 9 cm /A Do Q', resources: '/XObject << /A 100 0 R >>' }],
      objects: {
        100: packedTwice(
          '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray',
          Buffer.alloc(2 ** 28),
        ),
      },
    }),
  'a JPEG 2000 picture that says 60,000 by 60,000': () => foreignPicture('/JPXDecode', jpeg2000(60_000, 60_000), 1, 1),
  'a JPEG 2000 picture that says 7,900 by 7,900': () => foreignPicture('/JPXDecode', jpeg2000(7900, 7900), 7900, 7900),
  'a JBIG2 picture that says 60,000 by 60,000': () => foreignPicture('/JBIG2Decode', jbig2(60_000, 60_000), 100, 100),
  'a JPEG picture that says 65,000 by 65,000': () => foreignPicture('/DCTDecode', jpeg(65_000, 65_000), 100, 100),
  'a CCITT picture of nothing': () =>
    foreignPicture('/CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>', Buffer.from([0xff]), 7000, 7000),
  '100,000 notes': () => annotations(100_000, '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Ten) >>'),
  'one note listed 300,000 times': () =>
    writePdf({
      pages: [{ content: words('Ten'), entries: `/Annots [${'100 0 R '.repeat(300_000)}]` }],
      objects: { 100: '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Ten) >>' },
    }),
  '20,000 annotations with the appearance of 500 lines': () =>
    annotations(20_000, '<< /Type /Annot /Subtype /Square /Rect [0 0 9 9] /AP << /N 100 0 R >> >>', form('0 0 m 9 9 l S '.repeat(500))),
  '100,000 fields of a form': () => annotations(100_000, '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (Ten) /Rect [0 0 9 9] >>'),
  'bookmarks that lead to themselves': () =>
    writePdf({
      pages: [{ content: words('Ten') }],
      catalog: '/Outlines 100 0 R',
      objects: {
        100: '<< /First 101 0 R /Last 101 0 R >>',
        101: '<< /Title (Ten) /Parent 100 0 R /Next 101 0 R /First 101 0 R /Dest [10 0 R /Fit] >>',
      },
    }),
  '200,000 bookmarks': () => {
    const objects: Record<number, string> = { 100: '<< /First 1000 0 R /Last 1000 0 R >>' };
    for (let at = 0; at < 200_000; at++)
      objects[1000 + at] = `<< /Title (Invented ${at}) /Parent 100 0 R /Next ${1001 + at} 0 R /Dest [10 0 R /Fit] >>`;
    return writePdf({ pages: [{ content: words('Ten') }], catalog: '/Outlines 100 0 R', objects });
  },
  'attached files in a tree of names that leads to itself': () =>
    writePdf({
      pages: [{ content: words('Ten') }],
      catalog: '/Names << /EmbeddedFiles 100 0 R >>',
      objects: { 100: '<< /Kids [100 0 R 100 0 R 101 0 R] >>', 101: '<< /Kids [100 0 R 101 0 R] >>' },
    }),
  'an array in an array, 2,000,000 deep': () => writePdf({ pages: [{ content: words('Ten') }], objects: { 100: '['.repeat(2_000_000) } }),
  'an array in an array, 300,000 deep, in a page': () => packedPage(`BT /F1 9 Tf ${'['.repeat(300_000)} TJ ET`),
  'a dictionary of 1,000,000 keys': () =>
    writePdf({
      pages: [{ content: words('Ten') }],
      objects: { 100: `<< ${Array.from({ length: 1_000_000 }, (_, at) => `/K${at} ${at}`).join(' ')} >>` },
    }),
  '400,000 objects': () =>
    writePdf({
      pages: [{ content: words('Ten') }],
      objects: Object.fromEntries(Array.from({ length: 400_000 }, (_, at) => [1000 + at, `${at}`])),
    }),
  'a reference to a reference to itself': () =>
    writePdf({ pages: [{ content: words('Ten'), entries: '/Annots 100 0 R' }], objects: { 100: '101 0 R', 101: '100 0 R' } }),
  'a length that is its own stream': () =>
    writePdf({
      pages: [{ content: words('Ten'), entries: '/X 100 0 R' }],
      objects: { 100: '<< /Length 100 0 R >>\nstream\nabc\nendstream' },
    }),
  '2,000 earlier versions': () => {
    let text = Buffer.from(page('0 0 m 9 9 l S '.repeat(2000) + words('Ten'))).toString('latin1');
    const at = /startxref\n(\d+)/.exec(text)?.[1] ?? '0';
    text += `xref\n0 0\ntrailer\n<< /Root 1 0 R /Size 1000 /Prev ${at} >>\nstartxref\n${at}\n%%EOF\n`.repeat(2000);
    return Buffer.from(text, 'latin1');
  },
  '12 earlier versions of 300 busy pages': () => {
    const pages = Array.from({ length: 300 }, () => ({ content: '0 0 m 9 9 l S '.repeat(100) + words('Ten vehicles') }));
    let text = Buffer.from(writePdf({ pages })).toString('latin1');
    const at = /startxref\n(\d+)/.exec(text)?.[1] ?? '0';
    text += `xref\n0 0\ntrailer\n<< /Root 1 0 R /Size 1000 /Prev ${at} >>\nstartxref\n${at}\n%%EOF\n`.repeat(12);
    return Buffer.from(text, 'latin1');
  },
  'a table of characters that spans everything': () => {
    const cmap = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange ${'1 beginbfrange <00000000> <00FFFFFF> <0041> endbfrange '.repeat(50)} endcmap`;
    return writePdf({
      pages: [{ content: 'BT /T 12 Tf 72 700 Td <00410042> Tj ET', resources: '/Font << /T 100 0 R >>' }],
      objects: {
        100: '<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts [101 0 R] /ToUnicode 102 0 R >>',
        101: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>',
        102: stream('', cmap),
      },
    });
  },
  'an encoding that spans everything': () =>
    writePdf({
      pages: [{ content: 'BT /T 12 Tf 72 700 Td <00410042> Tj ET', resources: '/Font << /T 100 0 R >>' }],
      objects: {
        100: '<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding 102 0 R /DescendantFonts [101 0 R] >>',
        101: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>',
        102: stream(
          '/Type /CMap /CMapName /Wide',
          `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${'1 begincidrange <0000> <FFFFFFFF> 0 endcidrange '.repeat(20)} endcmap`,
        ),
      },
    }),
  'widths of 5,000,000 letters': () =>
    writePdf({
      pages: [{ content: 'BT /T 12 Tf 72 700 Td <00410042> Tj ET', resources: '/Font << /T 100 0 R >>' }],
      objects: {
        100: '<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts [101 0 R] >>',
        101: `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [${'0 2000000000 500 '.repeat(20)}] >>`,
      },
    }),
  '5,000 fonts': () => {
    const names = Array.from({ length: 5000 }, (_, at) => at);
    return writePdf({
      pages: [
        {
          content: `BT ${names.map((at) => `/T${at} 9 Tf (Ten) Tj`).join(' ')} ET`,
          resources: `/Font << ${names.map((at) => `/T${at} ${1000 + at} 0 R`).join(' ')} >>`,
        },
      ],
      objects: Object.fromEntries(names.map((at) => [1000 + at, `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Name /N${at} >>`])),
    });
  },
};

function page(content: string): Uint8Array {
  return writePdf({ pages: [{ content }] });
}

function packedPage(content: string): Uint8Array {
  return writePdf({ pages: [{ content: '' }], objects: { 11: packed('', Buffer.from(content, 'latin1')) } });
}

function packed(dict: string, data: Buffer): string {
  return stream(`${dict} /Filter /FlateDecode`, deflateSync(data, { level: 6 }).toString('latin1'));
}

function packedTwice(dict: string, data: Buffer): string {
  return stream(
    `${dict} /Filter [/FlateDecode /FlateDecode]`,
    deflateSync(deflateSync(data, { level: 6 }), { level: 6 }).toString('latin1'),
  );
}

/** Each byte twice as long, which is what the filter allows and no writer does. */
function runLengths(data: Buffer): Buffer {
  const parts: number[] = [];
  for (const byte of data) parts.push(0, byte);
  return Buffer.from(parts);
}

function form(content: string, resources = ''): string {
  return stream(`/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Resources << ${resources} >>`, content);
}

function formsInForms(depth: number, first: number, content: (next: string) => string): Record<number, string> {
  const objects: Record<number, string> = {};
  for (let at = 0; at < depth; at++) objects[first + at] = form(content('/F Do'), `/XObject << /F ${first + at + 1} 0 R >>`);
  objects[first + depth] = form('0 0 9 9 re f');
  return objects;
}

function nestedForms(depth: number, content: (next: string) => string): Uint8Array {
  return writePdf({
    pages: [{ content: '/F Do', resources: '/XObject << /F 100 0 R >>' }],
    objects: formsInForms(depth, 100, content),
  });
}

function type3(glyph: number, fonts = ''): string {
  return `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97 /Widths [1000] /Encoding << /Type /Encoding /Differences [97 /a] >> /CharProcs << /a ${glyph} 0 R >> /Resources << /Font << ${fonts} >> >> >>`;
}

function type3Fonts(count: number, glyph: string): Uint8Array {
  const names = Array.from({ length: count }, (_, at) => at);
  return writePdf({
    pages: [
      {
        content: `BT ${names.map((at) => `/T${at} 9 Tf (a) Tj`).join(' ')} ET`,
        resources: `/Font << ${names.map((at) => `/T${at} ${1000 + at} 0 R`).join(' ')} >>`,
      },
    ],
    objects: { 100: stream('', `1000 0 d0 ${glyph}`), ...Object.fromEntries(names.map((at) => [1000 + at, type3(100)])) },
  });
}

function functions(depth: number): Record<number, string> {
  const objects: Record<number, string> = {};
  for (let at = 0; at < depth; at++)
    objects[200 + at] = `<< /FunctionType 3 /Domain [0 1] /Functions [${201 + at} 0 R ${201 + at} 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>`;
  objects[200 + depth] = '<< /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >>';
  return objects;
}

function shading(objects: Record<number, string>, entries: string): Uint8Array {
  return writePdf({
    pages: [{ content: `/S sh ${words('Ten')}`, resources: '/Shading << /S 100 0 R >>' }],
    objects: { ...objects, 100: `<< ${entries} /ColorSpace /DeviceGray /Function 200 0 R >>` },
  });
}

function largePicture(width: number, height: number): string {
  const data = empty.get(width * height) ?? deflateSync(Buffer.alloc(width * height), { level: 6 });
  empty.set(width * height, data);
  return stream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode`,
    data.toString('latin1'),
  );
}
const empty = new Map<number, Buffer>();

function pictures(count: number, width: number, height: number): Uint8Array {
  const names = Array.from({ length: count }, (_, at) => at);
  return writePdf({
    pages: [
      {
        content: names.map((at) => `q 500 0 0 700 9 9 cm /I${at} Do Q`).join(' '),
        resources: `/XObject << ${names.map((at) => `/I${at} ${100 + at} 0 R`).join(' ')} >>`,
      },
    ],
    objects: Object.fromEntries(names.map((at) => [100 + at, largePicture(width, height)])),
  });
}

function picturePages(count: number, width: number, height: number): Uint8Array {
  return writePdf({
    pages: Array.from({ length: count }, (_, at) => ({
      content: 'q 500 0 0 700 9 9 cm /I Do Q',
      resources: `/XObject << /I ${2000 + at} 0 R >>`,
    })),
    objects: Object.fromEntries(Array.from({ length: count }, (_, at) => [2000 + at, largePicture(width, height)])),
  });
}

function foreignPicture(filter: string, data: Buffer, width: number, height: number): Uint8Array {
  return writePdf({
    pages: [{ content: `q 500 0 0 700 9 9 cm /I Do Q ${words('Ten')}`, resources: '/XObject << /I 100 0 R >>' }],
    objects: {
      100: stream(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent ${filter.includes('CCITT') || filter.includes('JBIG2') ? 1 : 8} /ColorSpace /DeviceGray /Filter ${filter}`,
        data.toString('latin1'),
      ),
    },
  });
}

/** The head of a codestream (ISO/IEC 15444-1, A.5.1), one tile, and nothing in it. */
function jpeg2000(width: number, height: number): Buffer {
  const size = Buffer.alloc(40);
  size.writeUInt16BE(0xff51, 0);
  size.writeUInt16BE(41 - 2 + 2, 2);
  size.writeUInt32BE(width, 6);
  size.writeUInt32BE(height, 10);
  size.writeUInt32BE(width, 22);
  size.writeUInt32BE(height, 26);
  size.writeUInt16BE(1, 38);
  return Buffer.concat([
    Buffer.from('ff4f', 'hex'),
    size,
    Buffer.from('070101', 'hex'),
    Buffer.from('ff52000c00000001000504040001', 'hex'),
    Buffer.from('ff5c001340404848504848504848504848504848504848504848', 'hex').subarray(0, 21),
    Buffer.from('ff90000a0000000000000001ff93ffd9', 'hex'),
  ]);
}

/** A page segment without what belongs on the page (ISO/IEC 14492, 7.4.8). */
function jbig2(width: number, height: number): Buffer {
  const head = Buffer.from('0000000030000100000013', 'hex');
  const info = Buffer.alloc(19);
  info.writeUInt32BE(width, 0);
  info.writeUInt32BE(height, 4);
  const region = Buffer.from('00000001260001', 'hex');
  const area = Buffer.alloc(26);
  area.writeUInt32BE(width, 0);
  area.writeUInt32BE(height, 4);
  area[17] = 0;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(area.length + 4);
  return Buffer.concat([head, info, region, length, area, Buffer.from('00ffac00', 'hex')]);
}

/** A baseline frame (ITU-T T.81, B.2.2) with an empty scan. */
function jpeg(width: number, height: number): Buffer {
  const table = Buffer.from(`ffdb004300${'01'.repeat(64)}`, 'hex');
  const frame = Buffer.from('ffc0000b080000000001011100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const codes = Buffer.from(`ffc400140001${'00'.repeat(15)}00ffc400141001${'00'.repeat(15)}00`, 'hex');
  return Buffer.concat([Buffer.from('ffd8', 'hex'), table, frame, codes, Buffer.from('ffda0008010100003f0000ffd9', 'hex')]);
}

/** A page that paints with a picture of 8 by 8 points. */
function painting(content: string, points: string): Uint8Array {
  const picture = stream('/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8', points);
  return writePdf({ pages: [{ content, resources: '/XObject << /I 100 0 R >>' }], objects: { 100: picture } });
}

function replaced(bytes: Uint8Array, what: RegExp, by: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replace(what, by), 'latin1');
}

function annotations(count: number, body: string, look = ''): Uint8Array {
  const refs = Array.from({ length: count }, (_, at) => `${1000 + at} 0 R`).join(' ');
  return writePdf({
    pages: [{ content: words('Ten'), entries: `/Annots [${refs}]` }],
    objects: { ...(look && { 100: look }), ...Object.fromEntries(Array.from({ length: count }, (_, at) => [1000 + at, body])) },
  });
}
