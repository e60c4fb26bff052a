import type { Policy } from '../../log/policy.ts';

/** What the files of a host are made from. */
export interface HostedSite {
  policy: Policy;
  /** Endings of the published attachments, in the order of the alphabet: `csv`, `pdf`. */
  endings: readonly string[];
  /** Files lie beside their compressed variants, `.br` and `.gz`. */
  isCompressed: boolean;
}

/** The files of one host, by their names in its folder. */
export type HostFiles = Record<string, string>;

/** What stands at the head of every file that may have a comment. */
export const MADE = 'Made by disclosure-log build from the log; the next build makes it anew.';

/** `content-security-policy` as it is usually written: `Content-Security-Policy`. */
export function headerName(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** A decoded path as a browser writes it when it asks for it. */
export function encodePath(path: string): string {
  const address = new URL('http://localhost');
  address.pathname = path.replaceAll('%', '%25');
  return address.pathname;
}
