import { isEmpty, readAddress, type SearchState, writeAddress } from './address.ts';
import { make } from './element.ts';
import { filter, sortByDay } from './facet-counts.ts';
import { openIndex, type SearchIndex } from '../index/open-index.ts';
import type { PageParts } from './page-parts.ts';
import { answerQuery } from '../query/answer.ts';
import { describe } from '../query/result.ts';
import { say } from './say.ts';
import { showChosen, showFacets, showPager, showSort } from './show-facets.ts';
import { showNotes } from './show-notes.ts';
import { headline, resultItem } from './show-results.ts';
import { currentIndex } from './current-index.ts';
import { clear, fail, showLoading } from './show-states.ts';

/** Results on a page. */
const PAGE = 10;
/** Milliseconds of quiet after a letter: at most before a search, and before the results are read out. */
const QUIET_SEARCH = 150;
const QUIET_STATUS = 1000;

/** What led to a search, which decides where focus goes and what the address remembers. */
type Move = 'load' | 'type' | 'submit' | 'filter' | 'sort' | 'page' | 'back';

/** Runs the search page from here on: what the address says is shown, and what is done stands in the address. */
export function runSearchPage(parts: PageParts): void {
  const { form, box, words } = parts;
  /** The newest spans of the log, and all of it. */
  let opening: [newest?: Promise<SearchIndex>, all?: Promise<SearchIndex>] = [];
  let isOpen = false;
  let run = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let statusTimer: ReturnType<typeof setTimeout> | undefined;
  // How long the last search kept the browser busy: as long a search waits for the next letter, so that typing stays light on an old phone.
  let busy = 0;
  const open = (all = false) => (opening[Number(all)] ??= openIndex(parts.index, all));
  const close = () => void (opening = []);

  const go = (state: SearchState, move: Move) => {
    clearTimeout(timer);
    const address = writeAddress(state) === '?' ? location.pathname : writeAddress(state);
    if (move === 'type' || move === 'load') history.replaceState(null, '', address);
    else if (move !== 'back' && address !== location.search) history.pushState(null, '', address);
    void show(state, move);
  };

  const show = async (state: SearchState, move: Move) => {
    const mine = ++run;
    clearTimeout(statusTimer);
    if (isEmpty(state)) return clear(parts);
    if (!isOpen) showLoading(parts);
    try {
      const index = await open(state.all);
      isOpen = true;
      const began = performance.now();
      const answer = await answerQuery(state.q, index);
      const sorted = state.sort === 'relevance' ? answer.order : sortByDay(answer.order, index.entries, state.sort);
      const { order, facets } = filter(sorted, state.chosen, index.entries);
      // What the newest years do not have is looked for in all, once the words stand.
      if (order.length === 0 && index.older && move !== 'type' && mine === run) return await show({ ...state, all: true }, move);
      const last = Math.max(1, Math.ceil(order.length / PAGE));
      const page = Math.min(state.page, last);
      const shown = await Promise.all(order.slice((page - 1) * PAGE, page * PAGE).map((entry) => describe(entry, answer, index)));
      busy = performance.now() - began;
      if (mine !== run) return;
      const line = headline(order.length, state.q.trim(), words);
      parts.heading.textContent = line;
      parts.heading.hidden = false;
      showNotes(answer, order, state, index, parts);
      showChosen(facets, state, parts);
      showFacets(facets, state, parts);
      showPager({ ...state, page }, last, parts);
      if (order.length > 1) showSort(state, parts);
      else parts.sort.replaceChildren();
      parts.results.replaceChildren(
        ...(shown.length > 0
          ? [make('ol', { class: 'rows results' }, ...shown.map((result) => resultItem(result, index.entries, parts)))]
          : []),
      );
      parts.browse.hidden = order.length > 0;
      parts.found.hidden = false;
      parts.found.classList.toggle('is-asked', order.length > 0);
      tell(move, state, line);
    } catch {
      if (mine !== run) return;
      close();
      isOpen = false;
      // A page that was open while a new site took the place of the old names an index that may be gone.
      const index = await currentIndex();
      if (mine !== run) return;
      if (!index || index === parts.index) return fail(parts, () => go(state, 'submit'));
      parts.index = index;
      await show(state, move);
    }
  };

  /** Led by what was done: a filter, a page and Enter lead to the results; sorting keeps its place; typing is read out after a pause. */
  const tell = (move: Move, state: SearchState, line: string) => {
    if (move === 'filter' || move === 'page' || move === 'submit') {
      parts.heading.focus();
      if (move === 'page') parts.heading.scrollIntoView();
      return;
    }
    if (move === 'sort') document.getElementById(`sort-${state.sort}`)?.focus();
    const text = move === 'sort' ? `${say(words.sorted, { sort: words.sorts[state.sort] })} ${line}` : line;
    statusTimer = setTimeout(() => (parts.status.textContent = text), move === 'type' ? QUIET_STATUS : 0);
  };

  const current = () => readAddress(location.search);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go({ ...current(), q: box.value, page: 1 }, 'submit');
  });
  box.addEventListener('input', (event) => {
    clearTimeout(timer);
    const isLetter = event instanceof InputEvent && event.inputType === 'insertText';
    const search = () => go({ ...current(), q: box.value, page: 1 }, 'type');
    if (isLetter) timer = setTimeout(search, Math.min(busy, QUIET_SEARCH));
    else search();
  });
  form.addEventListener('focusin', () => void open().catch(close));
  addEventListener('popstate', () => {
    box.value = current().q;
    void show(current(), 'back');
  });
  parts.browse.parentElement?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-move]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(readAddress(link.search), link.dataset['move'] as Move);
  });

  // What was typed while this was on its way counts before what the address says.
  const state = current();
  if (box.value.trim() && box.value.trim() !== state.q) go({ ...state, q: box.value }, 'type');
  else {
    box.value = state.q;
    if (isEmpty(state)) void open().catch(close);
    else go(state, 'load');
  }
}
