import { pagePolicy } from '../../log/headers.ts';
import type { HostedSite, HostFiles } from './host-files.ts';
import { redirectPages } from './redirect-page.ts';

/** GitHub Pages takes no headers: redirects are pages, and each page carries the part of the policy that a page can (layouts/Base.astro). */
export function githubPages({ policy }: HostedSite): HostFiles {
  return { '.nojekyll': '', ...redirectPages(policy, policy.redirects) };
}

/** The policy as a page can state it: who may frame it, and a sandbox, only a header can say. */
export function policyInPage(searches: boolean): string {
  return pagePolicy(searches)
    .split('; ')
    .filter((directive) => !directive.startsWith('frame-ancestors'))
    .join('; ');
}
