import type { PdfObjects } from './pdf-objects.ts';

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

/**
 * The file with an ending of our own that names the pages which its list of pages does not name any more, so that their text can be read with their fonts.
 */
export function withStrayPages(bytes: Uint8Array, refs: readonly string[], objects: PdfObjects): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const number = Math.max(0, ...[...objects.byRef.keys()].map((ref) => parseInt(ref, 10))) + 1;
  const kids = refs.map((ref) => `${ref} R`).join(' ');
  // With a table that is nowhere the reader finds all objects by itself, and takes the one root that is left.
  const body = text.replace(/\/Root\b/g, '/Rxxt');
  const end = `\n${number} 0 obj\n<</Type/Catalog/Pages ${number + 1} 0 R>>\nendobj\n${number + 1} 0 obj\n<</Type/Pages/Kids[${kids}]/Count ${refs.length}>>\nendobj\ntrailer\n<</Root ${number} 0 R/Size ${number + 2}>>\nstartxref\n9999999999\n%%EOF\n`;
  return Buffer.from(body + end, 'latin1');
}
