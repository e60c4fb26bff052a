import type { Sayings } from '../i18n/en.ts';
import { addresses } from '../log/addresses.ts';
import { LAWS, type Citation } from '../model/laws.ts';
import { describeProvision, findProvision, statuteUrl } from '../model/provisions.ts';
import { href } from './base.ts';

/** A provision as a link: what it is called, what it is about, where to read more. */
export interface ProvisionLink {
  /** `Section 31(3)` */
  name: string;
  /** `Law enforcement: the duty to confirm or deny does not arise` */
  about: string;
  href: string;
}

/** To the page of the provision on this site; to the statute where the tables do not know it. */
export function provisionLink(citation: Citation, t: Sayings): ProvisionLink {
  const name = t.provision(LAWS[citation.law].unit, citation.provision);
  if (!findProvision(citation)) return { name, about: t.laws[citation.law], href: statuteUrl(citation) };
  return { name, about: describeProvision(citation), href: href(addresses.exemption(citation)) };
}
