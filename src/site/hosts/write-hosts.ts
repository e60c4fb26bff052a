import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../../log/log.ts';
import { endingOf } from '../../log/media-types.ts';
import { type Policy, policyOf } from '../../log/policy.ts';
import { formatPolicy, POLICY_FILE } from '../../log/policy-file.ts';
import { type Host, HOST_IDS, HOSTS } from '../../model/hosts.ts';
import { apache } from './apache.ts';
import { azureStaticWebApps } from './azure.ts';
import { caddy } from './caddy.ts';
import { githubPages } from './github-pages.ts';
import type { HostedSite, HostFiles } from './host-files.ts';
import { iis } from './iis.ts';
import { nginx } from './nginx.ts';
import { s3CloudFront } from './s3-cloudfront.ts';
import { cloudflarePages, netlify } from './underscore-files.ts';
import { uploadOrder } from './upload-order.ts';

/** What makes the files of each host. */
export const WRITERS: Record<Host, (site: HostedSite) => HostFiles> = {
  'cloudflare-pages': cloudflarePages,
  netlify,
  'azure-static-web-apps': azureStaticWebApps,
  nginx,
  apache,
  caddy,
  iis,
  's3-cloudfront': s3CloudFront,
  'github-pages': githubPages,
};

/** The files of every host that a site is for, and the policy that they all state. */
export interface FilesForHosts {
  policy: Policy;
  hosts: ReadonlyMap<Host, HostFiles>;
  /** Those of them that go into the output. */
  inOutput: HostFiles;
}

export function filesForHosts(log: Log, { base, isCompressed }: { base: string; isCompressed: boolean }): FilesForHosts {
  const policy = policyOf(log, base);
  const endings = [...new Set(log.entries.flatMap(({ attachments }) => attachments.map(({ file }) => endingOf(file))))];
  const site: HostedSite = { policy, endings: endings.filter(Boolean).sort(), isCompressed };
  const chosen = log.settings.hosts;
  // In the order of the table, so that of two hosts the same one is always the first.
  const hosts = new Map(HOST_IDS.filter((host) => chosen?.includes(host) ?? true).map((host) => [host, WRITERS[host](site)]));
  return { policy, hosts, inOutput: inOutput(hosts, chosen !== null, base) };
}

/**
 * What a host looks for in the folder that it serves. Of two hosts that look for one name, the first has it: Netlify also reads Cloudflare's. The
 * pages of redirects go there only for a host that is chosen. Below a base path, only Apache and IIS look into the folder.
 */
function inOutput(hosts: FilesForHosts['hosts'], isChosen: boolean, base: string): HostFiles {
  const files: HostFiles = {};
  for (const [host, its] of hosts) {
    if (base !== '/' && !['apache', 'iis', 'github-pages'].includes(host)) continue;
    const names: readonly string[] = HOSTS[host].root;
    for (const [name, text] of Object.entries(its)) if (names.includes(name) || (isChosen && /\.html?$/.test(name))) files[name] ??= text;
  }
  return files;
}

/** Puts files into the output, but over none that is there: a log's own `public/` may bring its own. */
export function placeInOutput(files: HostFiles, out: string): void {
  for (const [name, text] of Object.entries(files))
    try {
      write(path.join(out, name), text);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // (A redirect from below a path that is a file, or with a sign that the file system does not take, cannot be a page.)
      if (!['EEXIST', 'ENOTDIR', 'EISDIR', 'EINVAL'].includes(code)) throw error;
    }
}

/**
 * Writes all into a folder of their own, one folder a host, with the policy as `serve` reads it.
 * @param out where the site will stand
 */
export function writeHostsFolder({ policy, hosts }: FilesForHosts, folder: string, out: string): void {
  rmSync(folder, { recursive: true, force: true });
  write(path.join(folder, 'upload-order.txt'), uploadOrder(out));
  write(path.join(folder, POLICY_FILE), formatPolicy(policy));
  for (const [host, files] of hosts) placeInOutput(files, path.join(folder, host));
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
}
