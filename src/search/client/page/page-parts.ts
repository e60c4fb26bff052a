import type { SearchWords } from '../../../i18n/en-search.ts';

/** The places on the search page that the client fills, and what the page tells it. */
export interface PageParts {
  form: HTMLFormElement;
  box: HTMLInputElement;
  /** What was found: everything beside the facets. */
  found: HTMLElement;
  /** The heading of the results: what they are, and where focus is led. */
  heading: HTMLElement;
  /** What is read out, politely. */
  status: HTMLElement;
  notes: HTMLElement;
  chosen: HTMLElement;
  sort: HTMLElement;
  facets: HTMLElement;
  results: HTMLElement;
  more: HTMLElement;
  /** The lists, for who has not searched or found nothing. */
  browse: HTMLElement;
  words: SearchWords;
  /** Folder of the index, and the path of the site before `/disclosures/`. */
  index: string;
  base: string;
  outcomes: Record<string, { label: string; short: string }>;
}

/** Parts by the ids of their elements, which begin with `search-`. */
const PLACES = ['form', 'found', 'heading', 'status', 'notes', 'chosen', 'sort', 'facets', 'results', 'more', 'browse'] as const;

/** Finds the parts; `null` on a page that is not the search page. */
export function findParts(): PageParts | null {
  const root = document.getElementById('search');
  const { index, base, words, outcomes } = root?.dataset ?? {};
  if (!root || index === undefined || base === undefined || !words || !outcomes) return null;
  const part = (name: string) => document.getElementById(`search-${name}`);
  return {
    ...(Object.fromEntries(PLACES.map((name) => [name, part(name)])) as Pick<PageParts, (typeof PLACES)[number]>),
    box: part('q') as HTMLInputElement,
    words: JSON.parse(words) as SearchWords,
    index,
    base,
    outcomes: JSON.parse(outcomes) as PageParts['outcomes'],
  };
}
