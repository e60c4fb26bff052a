import type { FileRule } from '../rule.ts';

/** What details are called. The name of a program, and the date, tell nothing of a person. */
const NAMES = new Map([
  ['author', 'a person'],
  ['copyright', 'who owns it'],
  ['company', 'a company'],
  ['device', 'the camera or computer'],
  ['comment', 'a title or comment'],
  ['place', 'a place'],
  ['private data', 'data of the camera or program'],
  ['small picture', 'a small picture of it, perhaps as it was before it was changed'],
]);

/** Comments that programs write by themselves. */
const OF_A_PROGRAM = /^(?:created with (?:the )?gimp.*|screenshot|png|optimi[sz]ed .*)$/i;

export const imageDetails: FileRule = {
  id: 'image-details',
  severity: 'warn',
  kinds: ['jpeg', 'png', 'gif', 'webp'],
  finds: 'A picture that names a person, a camera or a comment in its details, or keeps a small picture of itself.',
  why: 'Details can name the photographer or the number of the camera. The small picture that many programs keep may show what was cut off or painted over.',
  mend: {
    any: 'On Windows, right-click the file, choose Properties > Details > “Remove Properties and Personal Information”. Elsewhere, open the picture, select all of it, copy it into a new picture and save that.',
  },
  find: (reading, { allowed }) => {
    const told = new Set<string>();
    for (const { what, value } of reading.facts) {
      const name = NAMES.get(what) ?? (what.startsWith('text ') ? 'a text' : undefined);
      if (name && !OF_A_PROGRAM.test(value) && !allowed.includes(value.toLowerCase())) told.add(name);
    }
    return told.size > 0 ? [{ place: {}, message: `The picture’s details hold ${[...told].join('; ')}` }] : [];
  },
};
