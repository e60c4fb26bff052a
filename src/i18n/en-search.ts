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

  /* What the search did with the words */
  byReference: 'Found by its reference.',
  withdrawn: 'The answer {reference} has been withdrawn',
  relied: 'Answers that relied on {provision}, and then those that only name it.',
  notRelied: 'No answer relied on {provision}.',
  units: { section: 'section', regulation: 'regulation', none: '' },
  instead: 'No answer has “{typed}”: these are for “{used}”.',
  didYouMean: 'Did you mean:',
  unknown: 'No answer has {words}.',
  relaxed: 'No answer has all of it. These come nearest, without {words}.',
  relaxedSome: '{answers} with all of it, then some that lack a part.',
  leftOut: 'Left out, as they say little: {words}.',
  without: 'Without: {words}',

  newest: 'Looked through the newest {answers}.',
  older: 'Look through the {answers} before them too',

  noneHelp: 'Try other or fewer words, or look through the lists below.',
  noneFiltered: 'With fewer filters there would be more: remove one above.',

  /* On the page of an answer that a search led to */
  marks: {
    marked: 'The words of your search are marked on this page.',
    clear: 'Clear the marks',
    cleared: 'The marks are cleared.',
  },

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
