import type { Kind } from '../attachments/kinds.ts';
import type { OtherKind } from '../attachments/other-kinds.ts';
import type { FileRule, Program } from './rule.ts';

/** The program in which files of a kind are mostly mended. */
const PROGRAMS: Partial<Record<Kind | OtherKind, Program>> = { xlsx: 'excel', docx: 'word', pdf: 'acrobat' };

/** How to mend it in the program of the file's kind, else in any. */
export function mendFor(mend: FileRule['mend'], kind: Kind | OtherKind | null): string {
  const program = kind && PROGRAMS[kind];
  return (program && mend[program]) ?? mend.any ?? Object.values(mend)[0] ?? '';
}
