/**
 * What the search says in the browser, in English. Plain strings, since they travel in the page as JSON: `{n}`, `{q}`, `{words}` and the like
 * are filled in there. `one` and `other` are chosen by number.
 */
export const enSearch = {
  answers: { one: '{n} answer', other: '{n} answers' },
  answersFor: '{answers} for “{q}”',
  none: 'No answers',
  noneFor: 'No answers for “{q}”',
  loading: 'Searching …',
  enter: 'Type what you are looking for, or choose from the lists.',

  leftOut: 'Left out, as they say little: {words}.',
  relaxed: 'No answer has all of these words. The nearest do without {words}.',
  relaxedSome: 'Further down are answers without one or other of these words.',
  without: 'Without: {words}',

  noneHelp: 'Try other or fewer words, or look through the lists below.',
  noneFiltered: 'With fewer filters there would be more: remove one above.',

  failed: 'Search is not working at the moment: its index could not be loaded.',
  failedHelp: 'Nothing is wrong with what you typed. Try again, or find the answer through the lists below.',
  tryAgain: 'Try again',

  filters: 'Narrow the results',
  chosen: 'Filters in use',
  remove: 'Remove',
  removeAll: 'Remove all filters',
  add: '{label}: {answers}',
  showAll: 'Show all {n}',
  facets: { topic: 'Topic', outcome: 'Outcome', year: 'Year', exemption: 'Exemption', law: 'Law', department: 'Department' },

  sort: 'Sort by',
  sorts: { relevance: 'Relevance', newest: 'Newest', oldest: 'Oldest' },
  sorted: 'Sorted by {sort}.',

  pages: 'Pages of results',
  page: 'Page {n}',
  pageOf: 'Page {n} of {last}',
  previous: 'Previous page',
  next: 'Next page',
  noDate: 'No date given',
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  outcomeNotStated: 'Outcome not stated',
};

export type SearchWords = typeof enSearch;
