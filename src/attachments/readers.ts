import type { Kind } from './kinds.ts';
import type { Reading } from './reading.ts';

/** Bytes → what a file holds and shows. Throws `UnreadableFile` for a file that it cannot read, and only that. */
export type Reader = (bytes: Uint8Array) => Reading | Promise<Reading>;

/** The reader of each kind, loaded when it is first wanted. What has none could not be inspected, and is not published. */
export const READERS: Partial<Record<Kind, () => Promise<Reader>>> = {
  csv: async () => (await import('./csv.ts')).readCsv,
  text: async () => (await import('./text.ts')).readText,
};
