import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Log } from '../../../src/log/log.ts';
import { HOST_IDS, type Host } from '../../../src/model/hosts.ts';
import { filesForHosts, placeInOutput, writeHostsFolder } from '../../../src/site/hosts/write-hosts.ts';
import { entry, settings } from '../an-entry.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const old = (redirectFrom: string[]) => [entry('A 1/24', { more: { redirectFrom } })];
const filesOf = (hosts: Host[] | null, { base = '/', redirectFrom = ['/old/lamps'] } = {}) =>
  filesForHosts({ settings: { ...settings, hosts }, entries: old(redirectFrom) } as unknown as Log, { base, isCompressed: false });

test.each<[Host[] | null, string, string[]]>([
  [null, '/', ['.htaccess', '.nojekyll', '_headers', '_redirects', 'staticwebapp.config.json', 'web.config']],
  [null, '/foi/', ['.htaccess', '.nojekyll', 'web.config']],
  [['nginx', 'caddy', 's3-cloudfront'], '/', []],
  [['netlify'], '/', ['_headers', '_redirects']],
  [['apache'], '/foi/', ['.htaccess']],
  [['github-pages'], '/', ['.nojekyll', 'old/lamps/index.html']],
])('a log for %j under %s has in its output what these hosts look for there', (hosts, base, names) => {
  const files = filesOf(hosts, { base });
  expect(Object.keys(files.inOutput).sort()).toEqual(names);
  expect([...files.hosts.keys()]).toEqual(hosts ?? HOST_IDS);
});

test('one _headers serves Cloudflare and Netlify, and one for Netlify alone has no lines for the other', () => {
  expect(filesOf(null).inOutput['_headers']).toContain('  ! Content-Security-Policy\n');
  expect(filesOf(['netlify', 'cloudflare-pages']).inOutput['_headers']).toContain('  ! Content-Security-Policy\n');
  expect(filesOf(['netlify']).inOutput['_headers']).not.toContain('!');
});

test('a file of the log’s own stays, and a redirect that can be no page is left out', async () => {
  await writeFile(path.join(home, '_headers'), 'our own');
  await writeFile(path.join(home, 'old'), 'a file');
  placeInOutput({ _headers: 'theirs', 'old/lamps/index.html': 'x', _redirects: 'theirs' }, home);
  expect(await readFile(path.join(home, '_headers'), 'utf8')).toBe('our own');
  expect((await readdir(home)).sort()).toEqual(['_headers', '_redirects', 'old']);
});

test('the folder beside the output holds a folder a host, the policy and the order of an upload, and nothing of before', async () => {
  const folder = path.join(home, 'site-hosts');
  writeHostsFolder(filesOf(null), folder, '/srv/site');
  expect((await readdir(folder)).sort()).toEqual([...HOST_IDS, 'policy.json', 'upload-order.txt'].sort());
  writeHostsFolder(filesOf(['caddy']), folder, '/srv/site');
  expect((await readdir(folder)).sort()).toEqual(['caddy', 'policy.json', 'upload-order.txt']);
  expect(await readFile(path.join(folder, 'upload-order.txt'), 'utf8')).toContain("rsync -a '/srv/site/_astro' HOST:");
});
