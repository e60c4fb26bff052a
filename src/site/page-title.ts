/** Search engines and tabs show about this many characters. */
const LONGEST = 70;

/** What stands in a tab: the page, then who publishes it if there is room; a long title ends at a word. */
export function pageTitle(title: string, authority: string): string {
  const whole = title === authority ? title : `${title} – ${authority}`;
  if (whole.length <= LONGEST) return whole;
  return cutAtWord(title, LONGEST);
}

/** A text of at most `length` characters; a longer one ends after a whole word, with `…`. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/[\s,;:–—-]+\S*$/, '');
  return `${cut || text.slice(0, length - 1)}…`;
}
