import type { ImageKind } from './image-parts.ts';
import type { Kind } from './kinds.ts';
import type { Reading } from './reading.ts';

/** Bytes → what a file holds and shows. Throws `UnreadableFile` for a file that it cannot read, and only that. One that reads step by step tells of each. */
export type Reader = (bytes: Uint8Array, onStep?: () => void) => Reading | Promise<Reading>;

async function imagesAs(kind: ImageKind): Promise<Reader> {
  const { readImage } = await import('./image.ts');
  return (bytes) => readImage(bytes, kind);
}

/** The reader of each kind, loaded when it is first wanted. */
export const READERS: Record<Kind, () => Promise<Reader>> = {
  xlsx: async () => (await import('./xlsx.ts')).readXlsx,
  docx: async () => (await import('./docx.ts')).readDocx,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  png: () => imagesAs('png'),
  jpeg: () => imagesAs('jpeg'),
  gif: () => imagesAs('gif'),
  webp: () => imagesAs('webp'),
  csv: async () => (await import('./csv.ts')).readCsv,
  text: async () => (await import('./text.ts')).readText,
};
