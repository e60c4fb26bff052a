import { addresses } from './addresses.ts';
import { type HeaderRule, headerRules } from './headers.ts';
import type { Log } from './log.ts';

/**
 * All that a host is told of a site beside its files. Plain JSON: the build leaves it with the hosts' files, and `serve` answers by it.
 */
export interface Policy {
  /** Path under which the site is served; begins and ends with `/`. */
  base: string;
  rules: HeaderRule[];
  /** Old paths, without the base. */
  redirects: Redirect[];
}

/** For good (301). `from` is decoded and has no slash at its end; `to` is a path of the site. */
export interface Redirect {
  from: string;
  to: string;
}

/** Shown where there is nothing, with status 404. */
export const MISSING_PAGE = '/404.html';

/** Files that tell a host what to do: in the folder that is served, and never served themselves. */
export const NOT_SERVED = /^\/(?:_headers|_redirects|staticwebapp\.config\.json|\.htaccess|web\.config|\.nojekyll)$/;

export function policyOf({ settings, entries }: Pick<Log, 'settings' | 'entries'>, base: string): Policy {
  const redirects = new Map<string, Redirect>();
  for (const { slug, more } of entries)
    for (const written of more.redirectFrom ?? []) {
      const from = decodeURIComponent(written).replace(/\/+$/, '');
      if (from !== '' && !redirects.has(from)) redirects.set(from, { from, to: addresses.entry(slug) });
    }
  return { base, rules: headerRules({ isHttps: settings.site?.startsWith('https:') ?? false }), redirects: [...redirects.values()] };
}

/** The policy of a site that has none with it: one that was copied without its hosts' files. */
export const plainPolicy = (base: string): Policy => ({ base, rules: headerRules({ isHttps: false }), redirects: [] });

/** A path under the base of the site. */
export function under({ base }: Pick<Policy, 'base'>, path: string): string {
  return `${base.replace(/\/$/, '')}${path}`;
}

/** The addresses that a redirect answers at: with and without a slash at the end, but a file's only as it is. */
export function addressesOf({ from }: Redirect): string[] {
  return /\.[A-Za-z0-9]{1,5}$/.test(from) ? [from] : [from, `${from}/`];
}
