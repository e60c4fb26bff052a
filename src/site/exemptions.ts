import { addresses } from '../log/addresses.ts';
import type { Disclosure } from '../log/disclosure.ts';
import type { Log } from '../log/log.ts';
import { LAW_IDS, type Law } from '../model/laws.ts';
import { PROVISIONS, slugOfProvision, type Provision } from '../model/provisions.ts';
import { listsOf } from './lists.ts';

/** A provision that has a page, with the entries that rely on it. */
export interface ExemptionPage {
  slug: string;
  provision: Provision;
  entries: Disclosure[];
}

/**
 * The provisions that have a page: every ground of the log's own laws, used or not, so that a citation in a text leads somewhere; and
 * whatever else an entry relies on. By law, in the order of the law.
 */
export function exemptionPages(log: Log): ExemptionPage[] {
  const { exemptions } = listsOf(log);
  return LAW_IDS.flatMap((law) =>
    PROVISIONS[law].map((provision) => ({ provision, slug: slugOfProvision({ law, provision: provision.number }) })),
  )
    .filter(({ provision, slug }) => (provision.isGround && log.settings.laws.includes(provision.law)) || exemptions.has(slug))
    .map(({ provision, slug }) => ({ provision, slug, entries: exemptions.get(slug) ?? [] }));
}

/** The same under their laws. */
export function exemptionsByLaw(log: Log): { law: Law; pages: ExemptionPage[] }[] {
  const pages = exemptionPages(log);
  return LAW_IDS.map((law) => ({ law, pages: pages.filter(({ provision }) => provision.law === law) })).filter(
    (group) => group.pages.length > 0,
  );
}

/** Address of a page of the list below a provision. */
export const exemptionAddress = (slug: string) => (number: number) => addresses.exemptionList(slug, number);
