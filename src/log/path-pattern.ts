/*
 * Which addresses a rule is about. In a pattern `*` stands for any characters, and `:name`, as a whole part of a path, for one part:
 * `/disclosures/:entry/:file`, `/_astro/*`, `/disclosures/*.svg`. One `*` at most, which is what every host can say.
 */

/** How a kind of host sees an address. */
export interface Seen {
  /** Put before the path, without a slash at its end: `/foi`. */
  prefix?: string;
  /** A folder is asked for as its `index.html` too. */
  index?: boolean;
  /** A compressed variant is asked for by its own name, `.br` or `.gz`. */
  packed?: boolean;
}

/** A pattern as a regular expression of the kind that nginx, Apache, IIS, Go and JavaScript share, but for what `index` needs. */
export function regexOf(pattern: string, { prefix = '', index = false, packed = false }: Seen = {}): string {
  const parts = pattern.split(/(\*|(?<=\/):[a-z]+(?=\/|$))/).filter(Boolean);
  const body = parts.map((part) => (part === '*' ? '.*' : part.startsWith(':') ? '[^/]+' : escapeRegex(part)));
  // What is about files of some kind is not about the page of a folder.
  const noFolder = index && /[^/*]$/.test(pattern) && pattern !== parts[0] ? '(?!.*/index\\.html)' : '';
  const folder = index && pattern.endsWith('/') ? '(?:index\\.html)?' : '';
  return `^${noFolder}${escapeRegex(prefix)}${body.join('')}${folder}${packed ? '(?:\\.(?:br|gz))?' : ''}$`;
}

const known = new Map<string, RegExp>();

export function matches(pattern: string, path: string): boolean {
  const regex = known.get(pattern) ?? new RegExp(regexOf(pattern));
  known.set(pattern, regex);
  return regex.test(path);
}

export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
