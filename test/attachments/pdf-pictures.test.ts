import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/attachments/pdf.ts';
import { appendRevision, box, stream, words, writePdf, type PdfToWrite } from './pdf-builder.ts';

/** A picture of 60 by 60 points of grey, of which every other one is ink. @param dark of the ink, so that pictures differ */
const image = (dark = 0, more = '') =>
  stream(
    `/Type /XObject /Subtype /Image /Width 60 /Height 60 /ColorSpace /DeviceGray /BitsPerComponent 8 ${more}`,
    Array.from({ length: 3600 }, (_, at) => String.fromCharCode(at % 2 === 0 ? dark : 255)).join(''),
  );
const blank = stream(
  '/Type /XObject /Subtype /Image /Width 60 /Height 60 /ColorSpace /DeviceGray /BitsPerComponent 8',
  '\xf0'.repeat(3600),
);

const at = (x: number, y: number, name = 'A', size = 200) => `q ${size} 0 0 ${size} ${x} ${y} cm /${name} Do Q `;
const resources = '/XObject << /A 100 0 R /B 101 0 R >>';
const text = words('Ten vehicles were bought', 72, 780);

async function unseen(pdf: Partial<PdfToWrite> & Pick<PdfToWrite, 'pages'>, ...revisions: Record<number, string>[]) {
  let bytes = writePdf({ objects: { 100: image(), 101: image(40) }, ...pdf });
  for (const changed of revisions) bytes = appendRevision(bytes, changed);
  const { hidden, facts } = await readPdf(bytes);
  const unused = facts.filter(({ what }) => what === 'unused-picture').map(({ what }) => what);
  return [...hidden.map(({ how, count, place }) => `${how} ${count}${place.page ? ` on ${place.page}` : ''}`), ...unused];
}

/** A page with both pictures side by side, so that each is shown once. */
const both = { content: text + at(50, 500) + at(300, 500, 'B'), resources };

describe('a picture that is not shown', () => {
  test.each([
    ['underneath a white box', at(50, 500) + box(40, 490, 220, 220, 1), 'picture-underneath 1 on 1'],
    ['underneath several boxes', at(50, 500) + box(40, 490, 120, 220) + box(150, 490, 110, 220), 'picture-underneath 1 on 1'],
    ['beyond the edge of the page', at(700, 500), 'picture-outside-page 1 on 1'],
    ['clipped away', `q 0 0 20 20 re W n ${at(50, 500)} Q `, 'picture-outside-page 1 on 1'],
    ['on a layer that is switched off', `/OC /L BDC ${at(50, 500)} EMC `, 'picture-on-hidden-layer 1 on 1'],
  ])('%s is told with its page', async (_, content, told) => {
    const layer = '/OCProperties << /OCGs [102 0 R] /D << /OFF [102 0 R] >> >>';
    const objects = { 100: image(), 101: image(40), 102: '<< /Type /OCG /Name (Plan) >>' };
    const page = { content: text + content + at(300, 500, 'B'), resources: `${resources} /Properties << /L 102 0 R >>` };
    expect(await unseen({ pages: [page], objects, catalog: layer })).toEqual([told]);
  });

  test('too transparent to be seen is told: by its mask, or by the state it is painted in', async () => {
    const clear = stream('/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', '\0');
    const content = text + at(50, 500) + at(300, 500, 'B');
    const masked = { 100: image(0, '/SMask 102 0 R'), 101: image(40), 102: clear };
    expect(await unseen({ pages: [{ content, resources }], objects: masked })).toEqual(['picture-transparent 1 on 1']);
    const state = {
      content: `${text}q /G gs ${at(50, 500)} Q ${at(300, 500, 'B')}`,
      resources: `${resources} /ExtGState << /G << /ca 0 >> >>`,
    };
    expect(await unseen({ pages: [state] })).toEqual(['picture-transparent 1 on 1']);
  });

  test('underneath another is told, and not where the upper one lets it through', async () => {
    const content = text + at(50, 500) + at(50, 500, 'B');
    expect(await unseen({ pages: [{ content, resources }] })).toEqual(['picture-underneath 1 on 1']);
    const mask = stream(
      '/Type /XObject /Subtype /Image /Width 60 /Height 60 /ColorSpace /DeviceGray /BitsPerComponent 8',
      '\x80'.repeat(3600),
    );
    const objects = { 100: image(), 101: image(40, '/SMask 102 0 R'), 102: mask };
    expect(await unseen({ pages: [{ content, resources }], objects })).toEqual([]);
  });

  test.each([0, 31, 1799, 3599])('is told from one that differs in point %s alone', async (point) => {
    const points = Array.from({ length: 3600 }, (_, place) => (place === point ? '\x77' : place % 2 === 0 ? '\0' : '\xff')).join('');
    const redacted = stream('/Type /XObject /Subtype /Image /Width 60 /Height 60 /ColorSpace /DeviceGray /BitsPerComponent 8', points);
    const content = text + at(50, 500) + at(50, 500, 'B');
    expect(await unseen({ pages: [{ content, resources }], objects: { 100: image(), 101: redacted } })).toEqual([
      'picture-underneath 1 on 1',
    ]);
  });

  test('but shown on another page is no secret', async () => {
    const hidden = { content: text + at(50, 500) + box(40, 490, 220, 220, 1), resources };
    expect(await unseen({ pages: [hidden, both] })).toEqual([]);
  });

  test('and that fades out around what lies over it is seen, as a shadow is', async () => {
    const fading = Array.from({ length: 3600 }, (_, point) => (point % 60 < 30 ? '\xff' : '\x40')).join('');
    const mask = stream('/Type /XObject /Subtype /Image /Width 60 /Height 60 /ColorSpace /DeviceGray /BitsPerComponent 8', fading);
    const objects = { 100: image(0, '/SMask 102 0 R'), 101: image(40), 102: mask };
    const content = text + at(50, 500) + box(40, 490, 120, 220) + at(300, 500, 'B');
    expect(await unseen({ pages: [{ content, resources }], objects })).toEqual([]);
  });

  test.each([
    ['half of it is seen', at(50, 500) + box(40, 490, 100, 220, 1)],
    ['it goes on over the edge', at(500, 500)],
    ['it is smaller than a word', at(700, 500, 'A', 6)],
  ])('is none where %s', async (_, content) => {
    expect(await unseen({ pages: [{ content: text + content + at(300, 500, 'B'), resources }] })).toEqual([]);
  });

  test('is none where it is blank', async () => {
    const content = text + at(700, 500) + at(300, 500, 'B');
    expect(await unseen({ pages: [{ content, resources }], objects: { 100: blank, 101: image(40) } })).toEqual([]);
  });
});

describe('a picture that is left in the file', () => {
  const one = { content: text + at(50, 500), resources: '/XObject << /A 100 0 R >>' };

  test('and that no page shows any more is told', async () => {
    expect(await unseen({ pages: [one] })).toEqual(['left-picture 1']);
    expect(await unseen({ pages: [one], objects: { 100: image() } })).toEqual([]);
  });

  test('and that the pages have at hand is a fact', async () => {
    expect(await unseen({ pages: [{ ...one, resources }] })).toEqual(['unused-picture']);
  });

  test('of an earlier version is told once, however it was taken out', async () => {
    expect(await unseen({ pages: [one], objects: { 100: image() } }, { 100: image(90) })).toEqual(['earlier-picture 1']);
    const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 11 0 R /Resources << /Font << /F1 3 0 R >> ${'/XObject << /A 101 0 R >>'} >> >>`;
    expect(await unseen({ pages: [one], objects: { 100: image() } }, { 10: page, 101: image(90) })).toEqual(['earlier-picture 1']);
  });

  test('in two places is one, and shown in one of them is none', async () => {
    expect(await unseen({ pages: [one], objects: { 100: image(), 101: image(40), 102: image(40) } })).toEqual(['left-picture 1']);
    expect(await unseen({ pages: [one], objects: { 100: image(), 101: image() } })).toEqual([]);
  });

  test('is none where it is a mask, the small copy of a page, or smaller than a word', async () => {
    const small = stream(
      '/Type /XObject /Subtype /Image /Width 30 /Height 60 /ColorSpace /DeviceGray /BitsPerComponent 8',
      '\0'.repeat(1800),
    );
    const objects = { 100: image(0, '/SMask 101 0 R'), 101: image(255), 102: small };
    expect(await unseen({ pages: [one], objects })).toEqual([]);
    expect(await unseen({ pages: [{ ...one, entries: '/Thumb 101 0 R' }] })).toEqual(['page-thumbnail 1']);
  });
});
