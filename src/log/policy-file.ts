import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Policy } from './policy.ts';

/** Where the files for hosts lie: beside the output and not in it, so that they are never served. */
export const hostsFolder = (out: string): string => `${out.replace(/[/\\]+$/, '')}-hosts`;

/** The policy of the site that these files are for, in their folder. */
export const POLICY_FILE = 'policy.json';

export function formatPolicy(policy: Policy): string {
  return `${JSON.stringify(policy, null, 1)}\n`;
}

/** The policy that a build has left beside its output; `null` where there is none that can be read. */
export function readPolicy(out: string): Policy | null {
  try {
    const { base, rules, redirects } = JSON.parse(readFileSync(path.join(hostsFolder(path.resolve(out)), POLICY_FILE), 'utf8')) as Policy;
    return typeof base === 'string' && Array.isArray(rules) && Array.isArray(redirects) ? { base, rules, redirects } : null;
  } catch {
    return null;
  }
}
