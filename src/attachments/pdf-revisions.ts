import { dictOf, type PdfObjects } from './pdf-objects.ts';
import type { Structure } from './pdf-structure.ts';
import { isName, isRef, isStream, isString, type PdfValue } from './pdf-syntax.ts';

/** Earlier states of one file that are looked at; a file with more is not inspected whole. */
export const MOST_REVISIONS = 12;

/**
 * The lengths at which a file ended before something was appended to it (ISO 32000-2, 7.5.6): an editor that saves “incrementally” leaves what was there.
 * The latest first. Of a file that is laid out for the web, the first end is none.
 */
export function endsOfRevisions(bytes: Uint8Array, { streams }: PdfObjects): number[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const ends: number[] = [];
  let stream = 0;
  for (const found of text.matchAll(/startxref[\0\t\n\f\r ]+(\d{1,12})[\0\t\n\f\r ]+%%EOF/g)) {
    while ((streams[stream]?.[1] ?? Infinity) <= found.index) stream++;
    if ((streams[stream]?.[0] ?? Infinity) < found.index) continue;
    ends.push(found.index + found[0].length);
  }
  ends.pop();
  if (/\/Linearized\b/.test(text.slice(0, 2048))) ends.shift();
  return ends.reverse();
}

/** Pieces of text that no page leads to, of which pages are made. */
const MOST_STRAY = 200;

/**
 * The file with an ending of our own that names the pages which its list of pages does not name any more, and a page for each piece of text that no page
 * leads to, so that their text can be read with their fonts: those that they name themselves, or else those of the first page.
 */
export function withStrayPages(bytes: Uint8Array, { strayPages, strayContents, unpainted }: Structure, objects: PdfObjects): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const number = Math.max(0, ...[...objects.byRef.keys()].map((ref) => parseInt(ref, 10))) + 1;
  const first = [...objects.byRef.values()].find(
    (value) => value instanceof Map && isName(value.get('Type'), 'Page') && value.has('Resources'),
  );
  const otherwise = first instanceof Map ? first.get('Resources') : undefined;
  const made = [...strayContents, ...unpainted].slice(0, MOST_STRAY).map((ref, at) => {
    const resources = dictOf(objects, { ref }).get('Resources') ?? otherwise ?? null;
    const own = number + 2 + at;
    const page = `<</Type/Page/Parent ${number + 1} 0 R/MediaBox[-20000 -20000 20000 20000]/Contents ${ref} R/Resources ${written(resources)}>>`;
    return { ref: `${own} 0`, body: `${own} 0 obj\n${page}\nendobj\n` };
  });
  const kids = [...strayPages, ...made.map(({ ref }) => ref)];
  // With a table that is nowhere the reader finds all objects by itself, and takes the one root that is left.
  const body = text.replace(/\/Root\b/g, '/Rxxt');
  const end = `\n${number} 0 obj\n<</Type/Catalog/Pages ${number + 1} 0 R>>\nendobj\n${number + 1} 0 obj\n<</Type/Pages/Kids[${kids.map((ref) => `${ref} R`).join(' ')}]/Count ${kids.length}>>\nendobj\n`;
  const trailer = `trailer\n<</Root ${number} 0 R/Size ${number + 2 + made.length}>>\nstartxref\n9999999999\n%%EOF\n`;
  return Buffer.from(body + end + made.map((page) => page.body).join('') + trailer, 'latin1');
}

/** A value as a file writes it. */
function written(value: PdfValue, depth = 0): string {
  if (depth > 20 || value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  if (isString(value)) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`;
  if (isRef(value)) return `${value.ref} R`;
  if (isName(value)) return nameOf(value.name);
  if (Array.isArray(value)) return `[${value.map((one) => written(one, depth + 1)).join(' ')}]`;
  if (isStream(value)) return 'null';
  return `<<${[...value].map(([key, one]) => `${nameOf(key)} ${written(one, depth + 1)}`).join(' ')}>>`;
}

function nameOf(name: string): string {
  return `/${name.replace(/[^\w.+-]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}
