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
    if (!isOfAnotherEnding(name, kind)) return [];
    const ending = endingOf(name);
    const claimed = kindsOfEnding(ending)[0];
    const says = claimed
      ? `its ending .${ending} is that of ${labelOf(claimed)}`
      : ending
        ? `its ending is .${ending}`
        : 'it has no ending';
    return [{ place: {}, message: `The content is ${labelOf(kind)}, and ${says}` }];
  },
};

/** Containers of older Office files, and the endings of what may lie in one. */
const OLDER: readonly (Kind | OtherKind)[] = ['old-office', 'locked-office'];
const IN_OLDER: readonly (Kind | OtherKind)[] = ['xlsx', 'docx', 'powerpoint', 'old-office'];

/** Whether a file’s name says that it is something else than it is. */
export function isOfAnotherEnding(name: string, kind: Kind | OtherKind): boolean {
  const claimed = kindsOfEnding(endingOf(name));
  if (kind === 'empty' || claimed.includes(kind)) return false;
  // A workbook with a password is in an older container: that it could not be looked into says so.
  if (OLDER.includes(kind) && claimed.some((each) => IN_OLDER.includes(each))) return false;
  // A text of any ending is read as text, and a name without one claims nothing of a text.
  return claimed.length > 0 || (kind !== 'text' && kind !== 'unknown');
}

/** `a PDF`, `an older or encrypted Office file` */
export function labelOf(kind: Kind | OtherKind): string {
  const { label } = { ...KINDS, ...OTHER_KINDS }[kind];
  if (label === 'text' || label.startsWith('sound')) return label;
  return `${/^(?:[aeiou]|SVG)/i.test(label) ? 'an' : 'a'} ${label}`;
}
