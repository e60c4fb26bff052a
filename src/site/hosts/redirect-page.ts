import path from 'node:path';
import { type Policy, type Redirect, under } from '../../log/policy.ts';
import type { HostFiles } from './host-files.ts';

/** Redirects as pages, for hosts that take none, or not so many. A browser goes on at once; a person without one finds the link. */
export function redirectPages(policy: Policy, redirects: readonly Redirect[]): HostFiles {
  return Object.fromEntries(redirects.map((redirect) => [fileOf(redirect), page(under(policy, redirect.to))]));
}

/** `old/answer/index.html`, `old.html`: what lies at an old path. */
function fileOf({ from }: Redirect): string {
  const name = from.slice(1);
  return /\.html?$/i.test(name) ? name : path.posix.join(name, 'index.html');
}

/** Without a style or a script, so that it stands under any policy. `to` is a path of letters, digits, `-` and `/`. */
function page(to: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${to}">
<link rel="canonical" href="${to}">
</head>
<body><p>This answer is now at <a href="${to}">${to}</a>.</p></body>
</html>
`;
}
