import type { FacetName } from '../../entry-table.ts';
import { FACET_NAMES, type SearchState, SORTS, toggle, writeAddress } from './address.ts';
import { make } from './element.ts';
import type { FacetValue, Filtered } from './facet-counts.ts';
import type { PageParts } from './page-parts.ts';
import { count, say } from './say.ts';

/** Values of a facet shown before the rest is folded away. */
const SHOWN = 8;

/** Facets whose values have an order of their own; the others show the commonest first. */
const ORDERED: readonly FacetName[] = ['outcome', 'year'];

/**
 * The facets as lists of links: each adds its value to the address, or takes it away. Groups that a reader has opened stay open.
 */
export function showFacets(facets: Filtered['facets'], state: SearchState, { facets: place, words }: PageParts): void {
  const open = new Map([...place.querySelectorAll('details')].map(({ id, open }) => [id, open]));
  const fold = (id: string, byDefault: boolean) => open.get(id) ?? byDefault;
  const groups = FACET_NAMES.filter((name) => facets[name].length > 1 || facets[name].some(({ chosen }) => chosen)).map((name) => {
    const values = ORDERED.includes(name) ? facets[name] : [...facets[name]].sort((a, b) => b.count - a.count);
    const first = values.filter(({ chosen }, index) => chosen || index < SHOWN);
    const rest = values.filter((value) => !first.includes(value));
    const items = (some: FacetValue[]) => some.map((value) => make('li', {}, valueLink(name, value, state, words)));
    const id = `facet-${name}`;
    return make(
      'details',
      { class: 'facet', id, open: fold(id, name !== 'exemption' || values.some(({ chosen }) => chosen)) },
      make('summary', {}, words.facets[name]),
      make('ul', { class: 'facet-values plain' }, items(first)),
      rest.length > 0 &&
        make(
          'details',
          { class: 'facet-rest', id: `${id}-rest`, open: fold(`${id}-rest`, false) },
          make('summary', {}, say(words.showAll, { n: values.length })),
          make('ul', { class: 'facet-values plain' }, items(rest)),
        ),
    );
  });
  const wide = matchMedia('(min-width: 60em)').matches;
  place.replaceChildren(
    make(
      'details',
      { class: 'facets-all', id: 'facets-all', open: fold('facets-all', wide) },
      make('summary', {}, words.filters),
      ...groups,
    ),
  );
  place.hidden = false;
  // Its room stays, so that nothing moves when results come and go.
  place.classList.toggle('is-empty', groups.length === 0);
}

function valueLink(
  name: FacetName,
  { id, label, count: found, chosen }: FacetValue,
  state: SearchState,
  words: PageParts['words'],
): HTMLElement {
  const answers = count(found, words.answers);
  return make(
    'a',
    { href: writeAddress(toggle(state, name, id)), 'aria-current': chosen && 'true', 'data-move': 'filter', id: `value-${name}-${id}` },
    make('span', { class: 'facet-label' }, label),
    make('span', { class: 'count', 'aria-label': answers }, String(found)),
  );
}

/** What is chosen, each with a link that removes it: also where nothing is found. */
export function showChosen(facets: Filtered['facets'], state: SearchState, { chosen: place, words }: PageParts): void {
  const links = FACET_NAMES.flatMap((name) =>
    facets[name]
      .filter(({ chosen }) => chosen)
      .map(({ id, label }) =>
        make(
          'li',
          {},
          make(
            'a',
            { href: writeAddress(toggle(state, name, id)), 'data-move': 'filter' },
            make('span', { class: 'aside-voice' }, `${words.remove} `),
            make('span', {}, `${words.facets[name]}: ${label}`),
          ),
        ),
      ),
  );
  const none = { ...state, page: 1, chosen: Object.fromEntries(FACET_NAMES.map((name) => [name, []])) as unknown as SearchState['chosen'] };
  const all = links.length > 1 ? make('li', {}, make('a', { href: writeAddress(none), 'data-move': 'filter' }, words.removeAll)) : null;
  place.replaceChildren(
    ...(links.length > 0 ? [make('h3', { class: 'aside-voice' }, words.chosen), make('ul', { class: 'chosen-values' }, links, all)] : []),
  );
}

/** The orders that results can have. */
export function showSort(state: SearchState, { sort: place, words }: PageParts): void {
  const links = SORTS.map((sort) =>
    make(
      'li',
      {},
      make(
        'a',
        {
          href: writeAddress({ ...state, sort, page: 1 }),
          'aria-current': state.sort === sort && 'true',
          'data-move': 'sort',
          id: `sort-${sort}`,
        },
        words.sorts[sort],
      ),
    ),
  );
  place.replaceChildren(
    make('span', { class: 'note', id: 'sort-label' }, words.sort),
    make('ul', { class: 'sort-orders', 'aria-labelledby': 'sort-label' }, links),
  );
}

/** Links to the pages before and after. */
export function showPager(state: SearchState, last: number, { more: place, words }: PageParts): void {
  const link = (page: number, label: string, rel: string) =>
    make('a', { class: 'pager-step', rel, href: writeAddress({ ...state, page }), 'data-move': 'page' }, label);
  const { page } = state;
  place.replaceChildren(
    ...(last > 1
      ? [
          make(
            'nav',
            { class: 'pager', 'aria-label': words.pages },
            page > 1 && link(page - 1, words.previous, 'prev'),
            make('span', {}, say(words.pageOf, { n: page, last })),
            page < last && link(page + 1, words.next, 'next'),
          ),
        ]
      : []),
  );
}
