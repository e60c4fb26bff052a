import { headersFor } from '../../log/headers.ts';
import { MEDIA_TYPES } from '../../log/media-types.ts';
import { addressesOf, MISSING_PAGE, type Policy, type Redirect, under } from '../../log/policy.ts';
import { encodePath, type HostedSite, type HostFiles, headerName } from './host-files.ts';
import { redirectPages } from './redirect-page.ts';

/*
 * Azure Static Web Apps: the first route that matches is taken, with its headers beside those of every answer. A route can end with `*`, or
 * with `*.{csv,pdf}`, and can have a `*` nowhere else; so the attachments are told by their endings, and the feeds of topics by name.
 */

/** The configuration may be as large as this (in bytes); redirects beyond it are pages. */
export const AZURE_SIZE = 20_480;

interface Route {
  route: string;
  headers?: Record<string, string>;
  redirect?: string;
  statusCode?: number;
}

export function azureStaticWebApps({ policy, endings }: HostedSite): HostFiles {
  const fixed = routesOf(policy, endings);
  const fitting: Redirect[] = [];
  const others: Redirect[] = [];
  let size = format(policy, fixed).length;
  for (const redirect of policy.redirects) {
    size += movedRoutes(policy, redirect).reduce((sum, route) => sum + JSON.stringify(route).length + 2, 0);
    (size < AZURE_SIZE && !/[*{}]/.test(redirect.from) ? fitting : others).push(redirect);
  }
  const moved = fitting.flatMap((redirect) => movedRoutes(policy, redirect));
  return { 'staticwebapp.config.json': format(policy, [...moved, ...fixed]), ...redirectPages(policy, others) };
}

function movedRoutes(policy: Policy, redirect: Redirect): Route[] {
  return addressesOf(redirect).map((from) => ({
    route: encodePath(under(policy, from)),
    redirect: under(policy, redirect.to),
    statusCode: 301,
  }));
}

function routesOf(policy: Policy, endings: readonly string[]): Route[] {
  const everywhere = policy.rules[0]?.headers ?? {};
  /** What an address has beside, by an example of it. */
  const route = (pattern: string, example: string): Route => {
    const its = Object.entries(headersFor(policy.rules, example)).filter(
      ([name, value]) =>
        everywhere[name] !== value && (name !== 'content-type' || policy.rules.some(({ headers }) => headers[name] === value)),
    );
    return { route: under(policy, pattern), headers: Object.fromEntries(its.map(([name, value]) => [headerName(name), value])) };
  };
  const byHeaders = new Map<string, string[]>();
  for (const ending of endings) {
    const key = JSON.stringify(route('', `/disclosures/entry/file.${ending}`).headers);
    byHeaders.set(key, [...(byHeaders.get(key) ?? []), ending]);
  }
  const attachments = [...byHeaders.values()].map((some) =>
    route(`/disclosures/*.{${some.join(',')}}`, `/disclosures/entry/file.${some[0]}`),
  );
  const plain = policy.rules
    .map(({ path }) => path)
    .filter((path) => path !== '/*' && !path.startsWith('/disclosures/'))
    .filter((path) => !path.includes('/:') && /^[^*]*\*?$/.test(path));
  const feeds = ['xml', 'json'].map((ending) => route(`/topics/*.{${ending}}`, `/topics/topic/feed.${ending}`));
  return [...attachments, ...plain.map((path) => route(path, path.replace('*', 'x'))), ...feeds];
}

function format(policy: Policy, routes: readonly Route[]): string {
  const everywhere = Object.entries(policy.rules[0]?.headers ?? {}).map(([name, value]) => [headerName(name), value]);
  const file = {
    trailingSlash: 'always',
    globalHeaders: Object.fromEntries(everywhere) as Record<string, string>,
    routes,
    responseOverrides: { 404: { rewrite: under(policy, MISSING_PAGE) } },
    mimeTypes: Object.fromEntries(Object.entries(MEDIA_TYPES).map(([ending, type]) => [`.${ending}`, type])),
  };
  return `${JSON.stringify(file)}\n`;
}
