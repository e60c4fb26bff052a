/*
 * On an entry's page: marks the words that a search found, with the CSS Custom Highlight API, which leaves the page's own markup as it is. Comes
 * to nothing where no search led here, and in browsers that cannot do it.
 */
import { make } from '../page/element.ts';
import type { Carried } from './carried.ts';
import { carriedTo, forget } from './carried-to.ts';
import { findMarks } from './find-marks.ts';

const article = document.querySelector('article');
const carried = carriedTo(location.pathname);
if (article && carried && 'highlights' in CSS) {
  const ranges = rangesOf(article, new Set(carried.words));
  if (ranges.length > 0) {
    CSS.highlights.set('found', new Highlight(...ranges));
    offerClearing(article, carried);
  }
}

function rangesOf(root: Element, words: ReadonlySet<string>): Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    for (const { start, end } of findMarks(text.data, words)) {
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, end);
      ranges.push(range);
    }
  }
  return ranges;
}

/** A line that stays at the foot of the window, with a button that takes the marks away. It moves nothing on the page. */
function offerClearing(article: Element, { says }: Carried): void {
  const button = make('button', { type: 'button', class: 'copy' }, says.clear);
  const line = make('p', { class: 'marks-bar', role: 'status' }, make('span', {}, says.marked), ' ', button);
  button.addEventListener('click', () => {
    CSS.highlights.delete('found');
    forget();
    line.replaceChildren(says.cleared);
    line.tabIndex = -1;
    line.focus();
  });
  article.after(line);
}
