/**
 * What “Has it been answered already?” says in the browser, in English: on its own page and in other sites' forms. Plain strings, since they
 * travel as JSON; `{n}` is filled in there, `one` and `other` are chosen by number.
 */
export const enAsked = {
  heading: 'Already published, and near to this',
  found: { one: '{n} published answer is near to what you ask.', other: '{n} published answers are near to what you ask.' },
  none: 'No published answer is near to what you have written so far.',
  tooShort: 'Write a little more: a sentence or two is enough.',
  failed: 'The published answers could not be looked through. What you wrote is still here; try again, or search instead.',
  stays: 'They open in a new tab, so that what you have written stays here.',
  newTab: '(opens in a new tab)',
  noDate: 'No date given',
  outcomeNotStated: 'Outcome not stated',
};

export type AskedWords = typeof enAsked;
