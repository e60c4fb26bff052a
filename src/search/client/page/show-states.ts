import { make } from './element.ts';
import type { PageParts } from './page-parts.ts';

/**
 * The page while the index is on its way: said at once where there is nothing to see yet, in the room that results will take, so that nothing on
 * the page moves when they come.
 */
export function showLoading({ heading, facets, found, browse, words }: PageParts): void {
  browse.hidden = true;
  found.hidden = false;
  found.classList.add('is-asked');
  if (!heading.hidden) return;
  heading.textContent = words.loading;
  heading.hidden = false;
  facets.replaceChildren(
    make('details', { class: 'facets-all', open: matchMedia('(min-width: 60em)').matches }, make('summary', {}, words.filters)),
  );
  facets.hidden = false;
}

/** The page as it was before anything was asked. */
export function clear({ heading, status, notes, chosen, sort, facets, results, more, found, browse }: PageParts): void {
  heading.hidden = true;
  status.textContent = '';
  for (const place of [notes, chosen, sort, facets, results, more]) place.replaceChildren();
  facets.hidden = true;
  found.hidden = true;
  found.classList.remove('is-asked');
  browse.hidden = false;
}

/** The index cannot be had: said as it is, with a way to try again and the lists below. */
export function fail(parts: PageParts, again: () => void): void {
  clear(parts);
  const button = make('button', { type: 'button', class: 'button' }, parts.words.tryAgain);
  button.addEventListener('click', again);
  parts.found.hidden = false;
  parts.heading.hidden = false;
  parts.notes.replaceChildren(make('p', {}, parts.words.failedHelp), button);
  parts.heading.textContent = parts.status.textContent = parts.words.failed;
}
