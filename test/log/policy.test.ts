import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLog } from '../../src/log/load-log.ts';
import { addressesOf, policyOf } from '../../src/log/policy.ts';
import { formatPolicy, hostsFolder, POLICY_FILE, readPolicy } from '../../src/log/policy-file.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A log of one entry with these old paths, and more lines of log.yaml. */
async function logWith(redirectFrom: string[], settings = '') {
  const entry = path.join(home, 'log/disclosures/one');
  await mkdir(entry, { recursive: true });
  await writeFile(path.join(home, 'log/log.yaml'), `authority: Fernhill\nlaw: foia\ntopics: {roads: Roads}\n${settings}`);
  const lines = `title: Lamps\nreference: A 1/24\noutcome: granted\nredirectFrom: ${JSON.stringify(redirectFrom)}`;
  await writeFile(path.join(entry, 'index.md'), `---\n${lines}\n---\n## Response\nNine.\n`);
  return loadLog({ dir: path.join(home, 'log'), cache: path.join(home, 'cache'), now: new Date('2026-06-15T08:30:00Z') });
}

describe('redirects', () => {
  test('lead from each old path, decoded and once, to the entry', async () => {
    const { log, findings } = await logWith(['/old/lamps', '/caf%C3%A9/', '/old.html']);
    expect(findings).toEqual([]);
    if (!log) throw new Error('No log');
    const { redirects } = policyOf(log, '/foi/');
    expect(redirects).toEqual(['/old/lamps', '/café', '/old.html'].map((from) => ({ from, to: '/disclosures/a-1-24/' })));
    expect(redirects.map(addressesOf)).toEqual([['/old/lamps', '/old/lamps/'], ['/café', '/café/'], ['/old.html']]);
  });

  test.each([
    '/',
    '/search/',
    '/disclosures/',
    '/disclosures/page/2',
    '/feed.xml',
    '/theme.css',
    '/index.html',
    '/.well-known/x',
    '/_astro/a',
  ])('do not take the address %s from the site', async (from) => {
    const { findings } = await logWith([from]);
    expect(findings).toMatchObject([{ rule: 'redirect', message: `“${from}” is the address of a page of this site` }]);
  });

  test.each(['/a%0Ab', '/a%00', '//evil.example', '/../up', '/a/%2E%2E/b', '/a\\b', '/%zz', `/${'a'.repeat(300)}`, '/a%E2%80%A8b'])(
    'are never from %s, which could break the file of a host',
    async (from) => {
      const { findings } = await logWith([from]);
      expect(findings).toMatchObject([{ rule: 'bad-value', where: 'redirectFrom[1]' }]);
      expect(findings[0]?.message).toContain('expected a path that a web server can answer at');
    },
  );
});

test('the policy that a build leaves is the one that is read; what is no policy is none', async () => {
  const { log } = await logWith(['/old/lamps'], 'site: https://foi.fernhill.example\n');
  if (!log) throw new Error('No log');
  const policy = policyOf(log, '/foi/');
  const out = path.join(home, 'site');
  expect(readPolicy(out)).toBeNull();
  await mkdir(hostsFolder(out));
  await writeFile(path.join(hostsFolder(out), POLICY_FILE), formatPolicy(policy));
  expect(readPolicy(`${out}/`)).toEqual(policy);
  expect(policy.rules[0]?.headers).toHaveProperty('strict-transport-security');
  await writeFile(path.join(hostsFolder(out), POLICY_FILE), '{"base": 1}');
  expect(readPolicy(out)).toBeNull();
});

describe('log.yaml', () => {
  test.each([
    ['hosts: [ngnix]', 'Unexpected “ngnix” in hosts[1], expected one of cloudflare-pages, netlify', 'Write nginx.'],
    ['hosts: nginx', 'Unexpected “nginx” in hosts, expected a list such as [nginx]', 'Change hosts to what is expected.'],
    [
      'security: {contact: security@fernhill.example, expires: 2027-01-01}',
      'expected an address that begins with https://, mailto: or tel:+',
      '',
    ],
    ['security: {contact: "mailto:a@b.example"}', 'Missing “security.expires”, expected a day as YYYY-MM-DD', ''],
    ['security: {contact: "mailto:a@b.example", expires: soon}', 'expected a day as YYYY-MM-DD', ''],
    ['security: {contact: "mailto:a@b.example", expires: 2027-01-01, policy: "http://b.example"}', 'begins with https://', ''],
  ])('that says %s is told what is expected', async (line, message, fix) => {
    const { findings } = await logWith([], `${line}\n`);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain(message);
    expect(findings[0]?.fix).toContain(fix);
  });

  test('whose contact for security is about to expire is warned, with the line', async () => {
    const { findings, log } = await logWith([], 'security:\n  contact: mailto:a@b.example\n  expires: 2026-07-01\n');
    expect(findings).toMatchObject([{ rule: 'security-expires', severity: 'warn', line: 6 }]);
    expect(log?.settings.security).toEqual({ contact: 'mailto:a@b.example', expires: '2026-07-01' });
  });
});
