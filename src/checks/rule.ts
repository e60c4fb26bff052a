import type { Kind } from '../attachments/kinds.ts';
import type { OtherKind } from '../attachments/other-kinds.ts';
import type { Place, Reading } from '../attachments/reading.ts';

/** Programs in which an officer mends a file. */
export type Program = 'excel' | 'word' | 'acrobat' | 'libreoffice' | 'any';

/** One thing that a rule found in a file: one a cause, however often it stands there. */
export interface Problem {
  /** Where it is first, or the whole stretch of it. */
  place: Place;
  /**
   * What is wrong, in a sentence that an officer without technical knowledge understands: names the place in the reader's words, gives a number, never
   * repeats what is hidden.
   */
  message: string;
}

/** What the rules know beside the file's own bytes. */
export interface FileInHand {
  /** Its name, without folders. */
  name: string;
  /** In bytes. */
  size: number;
  /** What may stand in a publication: contacts of the authority, from log.yaml. Lower case. */
  allowed: readonly string[];
}

/** A rule about one file. Each is one file of `checks/`, named as its id. */
export interface FileRule {
  /** Stable and kebab-case: `hidden-sheet`. */
  id: string;
  /** `block` where it must not be published so. */
  severity: 'block' | 'warn';
  kinds: readonly Kind[];
  /** What it finds, as a sentence: “A sheet that is hidden and has content.” */
  finds: string;
  /** Why it matters, in plain English, with what has happened to an authority where something has. */
  why: string;
  /** How to mend it, by program: a sentence or two that begin with a verb. `any` where the program does not matter. */
  mend: Partial<Record<Program, string>>;
  find(reading: Reading, file: FileInHand): Problem[];
}

/** What the reference says of a rule about files. */
export type RuleText = Pick<FileRule, 'id' | 'severity' | 'finds' | 'why' | 'mend'>;

/** A rule about a file from outside, by its name and by what its bytes are: also where nothing can look into it. */
export interface OuterRule extends RuleText {
  findOutside(file: FileInHand, kind: Kind | OtherKind): Problem[];
}
