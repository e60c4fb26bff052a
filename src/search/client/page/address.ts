import type { FacetName } from '../../entry-table.ts';

/** Facets in the order of their controls; each is a parameter of the address. */
export const FACET_NAMES: readonly FacetName[] = ['topic', 'outcome', 'year', 'exemption', 'law', 'department'];

export const SORTS = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

/** Values of a facet that an address can choose. */
const MOST = 50;

/** Everything that decides what the search page shows. All of it stands in the address. */
export interface SearchState {
  q: string;
  chosen: Record<FacetName, string[]>;
  /** Without words, `relevance` is the newest first. */
  sort: Sort;
  /** Also the spans of a large log that are not searched at first. */
  all: boolean;
  /** From 1. */
  page: number;
}

/** The state of an address's query, `?q=drones&topic=roads&topic=vehicles`. What it does not know it leaves out. */
export function readAddress(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const sort = parameters.get('sort') as Sort | null;
  const page = Number(parameters.get('page'));
  return {
    q: (parameters.get('q') ?? '').slice(0, 500),
    chosen: Object.fromEntries(
      FACET_NAMES.map((name) => [name, [...new Set(parameters.getAll(name).filter(Boolean))].slice(0, MOST)]),
    ) as SearchState['chosen'],
    sort: sort && SORTS.includes(sort) ? sort : 'relevance',
    all: parameters.get('years') === 'all',
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** The query of an address for a state; `?` alone where the state is the empty page. */
export function writeAddress({ q, chosen, sort, all, page }: SearchState): string {
  const parameters = new URLSearchParams();
  if (q.trim()) parameters.set('q', q.trim());
  for (const name of FACET_NAMES) for (const value of chosen[name]) parameters.append(name, value);
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (all) parameters.set('years', 'all');
  if (page > 1) parameters.set('page', String(page));
  return `?${parameters.toString()}`;
}

/** True where nothing is asked for: no words and no facet. */
export function isEmpty({ q, chosen }: SearchState): boolean {
  return q.trim() === '' && FACET_NAMES.every((name) => chosen[name].length === 0);
}

/** The state with a value of a facet chosen, or no longer; from its first page. */
export function toggle(state: SearchState, name: FacetName, value: string): SearchState {
  const values = state.chosen[name];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return { ...state, page: 1, chosen: { ...state.chosen, [name]: next } };
}
