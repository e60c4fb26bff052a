import type { Outcome } from '../model/outcomes.ts';
import type { Report } from './leftovers.ts';

/** What was proposed for a field, and on which words of the page it rests. */
export interface Guess {
  field: string;
  value: string | string[] | null;
  because: string;
}

/** One question as `import --json` prints it; `null` is not stated. */
export interface ImportedQuestion {
  number: string | null;
  text: string;
  answer: string | null;
  outcome: Outcome | null;
  exemptions: string[];
}

/** One entry as `import --json` prints it. Unknown is `null`, never invented. */
export interface ImportedEntry {
  /** The input's path as it was given. */
  source: string;
  /** The path in the log that the entry is written to. */
  file: string;
  reference: string | null;
  title: string | null;
  received: string | null;
  responded: string | null;
  outcome: Outcome | null;
  exemptions: string[];
  questions: ImportedQuestion[];
  /** Fields the page states. */
  found: string[];
  /** Fields that were concluded from its words. */
  guessed: Guess[];
  /** Fields it does not state. */
  missing: string[];
  reported: Report[];
}
