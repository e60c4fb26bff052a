import { describePlace } from '../../attachments/reading.ts';
import type { FileRule } from '../rule.ts';

export const invisibleCharacters: FileRule = {
  id: 'invisible-characters',
  severity: 'block',
  kinds: ['csv', 'text'],
  finds: 'Characters that are stored and never shown, in such numbers that they can carry a text: tag characters, runs of zero-width ones.',
  why: 'They repeat all letters unseen; what they say goes out with the text.',
  mend: { any: 'Type the line anew, or paste it as plain text through a program that shows such characters, and delete them.' },
  find: (reading) =>
    reading.hidden
      .filter(({ how }) => how === 'invisible-characters')
      .map(({ count, place }) => ({
        place,
        message: `${count.toLocaleString('en-GB')} characters that nobody sees, the first in ${describePlace(place)}`,
      })),
};
