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

/** Finds the parts; `null` on a page that is not the search page. */
export function findParts(): PageParts | null {
  const root = document.getElementById('search');
  const { index, base, words, outcomes } = root?.dataset ?? {};
  if (!root || index === undefined || base === undefined || !words || !outcomes) return null;
  const part = (id: string) => document.getElementById(id) as HTMLElement;
  return {
    form: part('search-form') as HTMLFormElement,
    box: part('search-q') as HTMLInputElement,
    found: part('search-found'),
    heading: part('search-heading'),
    status: part('search-status'),
    notes: part('search-notes'),
    chosen: part('search-chosen'),
    sort: part('search-sort'),
    facets: part('search-facets'),
    results: part('search-results'),
    more: part('search-more'),
    browse: part('search-browse'),
    words: JSON.parse(words) as SearchWords,
    index,
    base,
    outcomes: JSON.parse(outcomes) as PageParts['outcomes'],
  };
}
