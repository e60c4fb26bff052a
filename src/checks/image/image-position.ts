import type { FileRule } from '../rule.ts';

export const imagePosition: FileRule = {
  id: 'image-position',
  severity: 'block',
  kinds: ['jpeg', 'png', 'gif', 'webp'],
  finds: 'A picture that says where it was taken.',
  why: 'Telephones write the position into every photograph, to a few metres. It can show where a witness lives or where something secret is kept.',
  mend: {
    any: 'On Windows, right-click the file, choose Properties > Details > “Remove Properties and Personal Information”, then “Create a copy with all possible properties removed”. On a Mac, open it in Preview, choose Tools > Show Inspector > GPS > Remove Location Info.',
  },
  find: (reading) => {
    const position = reading.facts.find(({ what }) => what === 'position');
    return position ? [{ place: position.place, message: 'The picture says where it was taken (GPS position)' }] : [];
  },
};
