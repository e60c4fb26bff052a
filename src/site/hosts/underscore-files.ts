import { addressesOf, type Policy, type Redirect, under } from '../../log/policy.ts';
import { encodePath, type HostedSite, type HostFiles, headerName, MADE } from './host-files.ts';
import { redirectPages } from './redirect-page.ts';

/*
 * `_headers` and `_redirects`, which Cloudflare Pages and Netlify both read, each in its own way:
 * - of two rules for one path, Netlify takes the value of the later, Cloudflare joins the two by a comma, unless the later begins with
 *   `! Name`, which Netlify's reader passes over, as it does every line without a colon;
 * - Cloudflare takes 100 rules of 2,000 characters a line, and 2,000 redirects of 1,000 characters each.
 */

export const CLOUDFLARE = { rules: 100, headerLine: 2000, redirects: 2000, redirectLine: 1000 } as const;

/** @param detaches with the lines that take back a header of an earlier rule */
export function headersFile(policy: Policy, { detaches }: { detaches: boolean }): string {
  const set = new Set<string>();
  const blocks = policy.rules.map(({ path, headers }) => {
    const lines = Object.entries(headers).flatMap(([name, value]) => {
      const again = detaches && set.has(name);
      return [...(again ? [`  ! ${headerName(name)}`] : []), `  ${headerName(name)}: ${value}`];
    });
    for (const name of Object.keys(headers)) set.add(name);
    return [under(policy, path), ...lines].join('\n');
  });
  return `# ${MADE}\n${blocks.join('\n')}\n`;
}

export function redirectsFile(policy: Policy, redirects: readonly Redirect[]): string {
  const lines = redirects.flatMap((redirect) => linesOf(policy, redirect));
  return `# ${MADE}\n${lines.map((line) => `${line}\n`).join('')}`;
}

function linesOf(policy: Policy, redirect: Redirect): string[] {
  return addressesOf(redirect).map((from) => `${encodePath(under(policy, from))} ${under(policy, redirect.to)} 301`);
}

/** `*` and `:` stand for others here, and cannot stand for themselves: such a redirect is a page. */
const canBeSaid = ({ from }: Redirect) => !/[*:]/.test(from);

/** Those that do not fit into Cloudflare's file are pages. */
export function cloudflarePages({ policy }: HostedSite): HostFiles {
  const fitting: Redirect[] = [];
  const others: Redirect[] = [];
  let lines = 0;
  for (const redirect of policy.redirects) {
    const its = linesOf(policy, redirect);
    const fits =
      canBeSaid(redirect) && lines + its.length <= CLOUDFLARE.redirects && its.every((line) => line.length <= CLOUDFLARE.redirectLine);
    (fits ? fitting : others).push(redirect);
    if (fits) lines += its.length;
  }
  return {
    _headers: headersFile(policy, { detaches: true }),
    _redirects: redirectsFile(policy, fitting),
    ...redirectPages(policy, others),
  };
}

export function netlify({ policy }: HostedSite): HostFiles {
  return {
    _headers: headersFile(policy, { detaches: false }),
    _redirects: redirectsFile(policy, policy.redirects.filter(canBeSaid)),
    ...redirectPages(
      policy,
      policy.redirects.filter((redirect) => !canBeSaid(redirect)),
    ),
  };
}
