/** What a result carries to its entry's page, so that the words found are marked there too. */
export interface Carried {
  /** Path of the entry's page. */
  path: string;
  /** The words found, as they stand in the entry, in lower case. */
  words: string[];
  /** What the bar above the marks says, in the language of the search page. */
  says: { marked: string; clear: string; cleared: string };
}

/** Name under which the browser keeps it. */
export const KEY = 'disclosure-log:marks';

/** Most words that are carried. */
const MOST = 60;

/** Keeps the words for the page that is opened next in this tab. Nothing of a search is put into an address, so that no host is told. */
export function carry(carried: Carried): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...carried, words: [...new Set(carried.words)].slice(0, MOST) }));
  } catch {
    // A browser that keeps nothing opens the page without marks.
  }
}
