import { runOptions } from '../log/run-options.ts';

const base = runOptions().base.replace(/\/$/, '');

/** A path of `log/addresses.ts` as it stands in a page: under the base path of the site. */
export function href(path: string): string {
  return `${base}${path}`;
}

/** The canonical address of a path, `null` where the log states no `site`. */
export function absolute(path: string, site: string | null): string | null {
  return site === null ? null : `${site}${base}${path}`;
}

/** Rendered HTML with its links to this site put under the base path. */
export function rebase(html: string): string {
  return base === '' ? html : html.replace(/(<a [^>]*?href=")(?=\/(?!\/))/g, `$1${base}`);
}

/** Makes paths of this site absolute where the log states its site; else leaves them paths under the base. */
export function address(site: string | null): (path: string) => string {
  return (path) => absolute(path, site) ?? href(path);
}
