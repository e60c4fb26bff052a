import { OTHER_KINDS } from '../../attachments/other-kinds.ts';
import { isReadKind } from '../../attachments/recognise.ts';
import type { OuterRule } from '../rule.ts';
import { isOfAnotherEnding, labelOf } from './not-what-it-says.ts';

export const archive: OuterRule = {
  id: 'archive',
  severity: 'block',
  finds: 'An archive, such as a ZIP file.',
  why: 'It holds other files, which nobody sees before they unpack it, and which are not looked into.',
  mend: { any: 'Unpack it and declare each file that is meant to be published.' },
  findOutside: ({ name }, kind) =>
    !isReadKind(kind) && OTHER_KINDS[kind].nature === 'archive' && !isOfAnotherEnding(name, kind)
      ? [{ place: {}, message: `This is ${labelOf(kind)}, and what it holds was not looked into` }]
      : [],
};
