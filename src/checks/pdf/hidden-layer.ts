import type { FileRule } from '../rule.ts';
import { counted, hiddenBy, oneProblem } from './in-words.ts';

export const hiddenLayer: FileRule = {
  id: 'hidden-layer',
  severity: 'block',
  kinds: ['pdf'],
  finds: 'Text on a layer of a PDF that is switched off.',
  why: 'A layer that is switched off is one click away from being shown, and searching and copying reach it at once. Plans and drawings often come with such layers.',
  mend: {
    acrobat: 'Open the Layers pane, delete the layers that are switched off or choose Flatten Layers, and save the PDF under a new name.',
    any: 'Delete the layer in the program that the drawing was made with, and make the PDF again with visible layers only.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'hidden-layer'),
      (where, count) => `Text${where} is on a layer that is switched off: ${counted(count, 'word')}`,
    ),
};
