import { KINDS, type Kind } from '../../attachments/kinds.ts';
import { OTHER_KINDS, type OtherKind } from '../../attachments/other-kinds.ts';
import { endingOf, kindsOfEnding } from '../../attachments/recognise.ts';
import type { OuterRule } from '../rule.ts';

export const notWhatItSays: OuterRule = {
  id: 'not-what-it-says',
  severity: 'block',
  finds: 'A file whose content is not what its ending says.',
  why: 'A program opens a file by its ending, and may show something else than was looked at; some content is dangerous under another name.',
  mend: { any: 'Open the file in the program that made it, and save it anew with the ending of its format.' },
  findOutside({ name }, kind) {
    const ending = endingOf(name);
    const claimed = kindsOfEnding(ending);
    if (kind === 'empty' || claimed.includes(kind)) return [];
    // A workbook with a password is an older container: that it could not be looked into says so.
    if (kind === 'old-office' && claimed.some((each) => each === 'xlsx' || each === 'docx' || each === 'powerpoint')) return [];
    // A text of any ending is read as text, and a name without one claims nothing of a text.
    if (claimed.length === 0 && (kind === 'text' || kind === 'unknown')) return [];
    const says = claimed[0]
      ? `its ending .${ending} is that of ${labelOf(claimed[0])}`
      : ending
        ? `its ending is .${ending}`
        : 'it has no ending';
    return [{ place: {}, message: `The content is ${labelOf(kind)}, and ${says}` }];
  },
};

/** `a PDF`, `an older or encrypted Office file` */
export function labelOf(kind: Kind | OtherKind): string {
  const { label } = { ...KINDS, ...OTHER_KINDS }[kind];
  if (label === 'text' || label.startsWith('sound')) return label;
  return `${/^(?:[aeiou]|SVG)/i.test(label) ? 'an' : 'a'} ${label}`;
}
