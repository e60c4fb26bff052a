import type { ClosedReason } from '../model/outcomes.ts';

/** What a sentence of an authority says about the information. `part` and `provided` lie beside the others: some of it was given. */
export type Signal = 'provided' | 'part' | 'refused' | 'ncnd' | 'not-held' | 'cost' | 'vexatious' | 'accessible' | 'closed';

export interface Phrase {
  signal: Signal;
  pattern: RegExp;
  /** Where this fits too, the sentence does not say it. */
  unless?: RegExp;
  /** Says so beyond doubt; a weak one counts only where nothing stronger was said. */
  weak?: true;
  closed?: ClosedReason;
}

/** What an answer is about, in the words for it. */
export const INFO = String.raw`(?:information|data|records?|recorded information|details?|figures?|statistics|documents?|material|correspondence|emails?|report|breakdown|copy|copies)`;
