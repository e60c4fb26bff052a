import type { FileRule } from '../rule.ts';
import { factsOf } from '../told.ts';

/** Bytes of a file that shows nothing, with the styles and themes that programs write. */
const LEAST = 256 * 1024;
/** Packed bytes that a letter shown may take: formats and formulas come with it. */
const TIMES = 20;

export const largerThanShown: FileRule = {
  id: 'larger-than-shown',
  severity: 'warn',
  kinds: ['xlsx', 'docx'],
  finds: 'A file far larger than what it shows.',
  why: 'Where a large file shows a small table, the rest is something that nobody sees: a copy of the data, old pictures, an embedded file.',
  mend: {
    any: 'Copy what is to be published into a new file, and publish that.',
  },
  find: (reading, file) => {
    const shown = reading.visible.reduce((sum, { text }) => sum + text.length, 0);
    const pictures = Number(factsOf(reading, 'picture-bytes')[0]?.value ?? 0);
    const expected = LEAST + pictures + shown * TIMES;
    if (file.size <= expected) return [];
    const [size, about] = [file.size, shown + pictures].map((bytes) => `${Math.ceil(bytes / 1024).toLocaleString('en-GB')} KiB`);
    return [{ place: {}, message: `The file has ${size}, and shows about ${about} of text and pictures` }];
  },
};
