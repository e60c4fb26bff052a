import type { AskedWords } from '../../../i18n/en-asked.ts';

/** What the suggestions need to know of a log. The same on its own page and, as a JSON file, for the forms of other sites. */
export interface AskedSettings {
  /** Of the words: `en-GB`. */
  language: string;
  /** Folder of the index, below the log's home: `search/index-3f9a…/`. */
  index: string;
  words: AskedWords;
  outcomes: Record<string, { label: string; short: string }>;
}
