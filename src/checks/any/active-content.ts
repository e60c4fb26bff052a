import { OTHER_KINDS } from '../../attachments/other-kinds.ts';
import { isReadKind } from '../../attachments/recognise.ts';
import type { OuterRule } from '../rule.ts';
import { isOfAnotherEnding, labelOf } from './not-what-it-says.ts';

export const activeContent: OuterRule = {
  id: 'active-content',
  severity: 'block',
  finds: 'A web page, a drawing with script, or a program.',
  why: 'It can run on the reader’s machine, and a web page on the log’s own address speaks in the authority’s name.',
  mend: { any: 'Publish it as PDF, text or CSV; a page that is public already can be linked to.' },
  findOutside: ({ name }, kind) =>
    !isReadKind(kind) && OTHER_KINDS[kind].nature === 'active' && !isOfAnotherEnding(name, kind)
      ? [{ place: {}, message: `This is ${labelOf(kind)}, which can run on a reader’s machine` }]
      : [],
};
