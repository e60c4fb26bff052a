import type { FileRule } from '../rule.ts';

export const imageAppendedData: FileRule = {
  id: 'image-appended-data',
  severity: 'block',
  kinds: ['jpeg', 'png', 'gif', 'webp'],
  finds: 'Something behind the end of a picture: a second picture, a film, an archive, the rest of a larger picture.',
  why: 'Viewers stop at the end of the picture, and what comes after is not seen. Telephones put a film there; some programs for cropping left the rest of the picture as it was.',
  mend: {
    any: 'Open the picture, select all of it, copy it into a new picture and save that. Do not crop it in place.',
  },
  find: (reading) =>
    reading.hidden
      .filter(({ how }) => how === 'appended-data')
      .map(({ place, text, count }) => ({
        place,
        message: `Behind the end of the picture there is ${text} (${count.toLocaleString('en-GB')} bytes)`,
      })),
};
