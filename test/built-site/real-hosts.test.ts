import { readdirSync } from 'node:fs';
import { chmod, cp, mkdir } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serveFolder } from '../../src/cli/static-server.ts';
import { headersFor } from '../../src/log/headers.ts';
import { type Policy, under } from '../../src/log/policy.ts';
import { readPolicy } from '../../src/log/policy-file.ts';
import { apache } from '../../src/site/hosts/apache.ts';
import { caddy } from '../../src/site/hosts/caddy.ts';
import { encodePath, type HostedSite } from '../../src/site/hosts/host-files.ts';
import { nginx } from '../../src/site/hosts/nginx.ts';
import { HAS_BROTLI, type RealServer, type ServerKind, SERVERS } from './real-servers.ts';
import { buildLog, temporaryFolder, writeFiles } from './small-log.ts';

/*
 * The same table of addresses for `serve` and for the servers that are installed here: what is tested is what is deployed. A server that is not
 * installed is skipped, and says so.
 */

const folder = temporaryFolder();
const BASE = '/foi/';

const ENTRY = `---
title: Street lamps
reference: A 1/24
responded: 2024-03-20
topics: [roads]
outcome: granted
redirectFrom: [/old/lamps, "/Old\\"answer\\";$uri", /a%20b/, /old.html, "/x*y:z{1}", /caf%C3%A9]
attachments: [{file: "list, 1.csv"}, {file: note.txt}]
---
## Request

How many?

## Response

${'Twelve street lamps. '.repeat(200)}
`;

let policy: Policy;
/** Every header that the table sets. */
let HEADERS: string[];
beforeAll(async () => {
  await writeFiles(folder(), {
    'log/log.yaml': `authority: Fernhill Council
law: foia
site: https://www.fernhill.example
topics: {roads: Roads}
security: {contact: mailto:security@fernhill.example, expires: 2099-01-01}
`,
    'log/disclosures/lamps/index.md': ENTRY,
    'log/disclosures/lamps/list, 1.csv': `a,b\n${'1,2\n'.repeat(500)}`,
    'log/disclosures/lamps/note.txt': 'A note.\n',
  });
  await buildLog(folder(), 'www/foi', ['--base', BASE, '--compress']);
  // What a check would not let pass: the hosts' files are the second line.
  await writeFiles(path.join(folder(), 'www/foi/disclosures/a-1-24'), {
    'page.html': '<p>',
    'drawing.svg': '<svg/>',
    'letter.pdf': '%PDF',
  });
  await writeFiles(path.join(folder(), 'www/foi'), { 'web.config': 'kept', _headers: 'kept' });
  await mkdir(path.join(folder(), 'hosts'));
  await cp(path.join(folder(), 'www/foi-hosts'), path.join(folder(), 'hosts'), { recursive: true });
  for (const each of ['.', 'www', 'hosts']) await chmod(path.join(folder(), each), 0o755);
  policy = readPolicy(path.join(folder(), 'www/foi')) as Policy;
  HEADERS = ['content-type', ...new Set(policy.rules.flatMap(({ headers }) => Object.keys(headers)))];
});

interface Answered {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** Asks as it is written, which `fetch` would put right. */
function ask(origin: string, address: string, headers: Record<string, string> = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    http
      .get(origin, { path: address, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
      })
      .on('error', reject);
  });
}

/** Addresses that are there, each of another kind. */
const THERE = [
  '/',
  '/search/',
  '/already-answered/',
  '/disclosures/',
  '/disclosures/a-1-24/',
  '/disclosures/a-1-24/list,%201.csv',
  '/disclosures/a-1-24/note.txt',
  '/disclosures/a-1-24/page.html',
  '/disclosures/a-1-24/drawing.svg',
  '/disclosures/a-1-24/letter.pdf',
  '/topics/roads/',
  '/topics/roads/feed.xml',
  '/feed.xml',
  '/opensearch.xml',
  '/sitemap.xml',
  '/robots.txt',
  '/theme.css',
  '/favicon.svg',
  '/data/',
  '/data/disclosures.csv',
  '/data/disclosures.json',
  '/embed/already-answered.js',
  '/embed/already-answered.json',
  '/.well-known/security.txt',
];

const NOWHERE = [
  '/nowhere/',
  '/nowhere.pdf',
  '/disclosures/b-2-24/',
  '/disclosures/a-1-24/other.svg',
  '/data/none.csv',
  '/_headers',
  '/web.config',
  '/.htaccess',
  '/%00',
];

/** Old addresses, as a browser asks for them. */
const MOVED = ['/old/lamps', '/old/lamps/', '/Old%22answer%22;$uri', '/a%20b', '/a%20b/', '/old.html', '/x*y:z%7B1%7D', '/caf%C3%A9'];
/** What only begins like one, or means one to who takes a pattern for it. */
const NOT_MOVED = ['/old/', '/old/lamps/more', '/oldXhtml', '/xay:z%7B1%7D'];

const kinds: readonly ServerKind[] = [
  {
    name: 'disclosure-log serve',
    missing: null,
    start: async (): Promise<RealServer> => {
      const running = await serveFolder(path.join(folder(), 'www/foi'), { port: 0 });
      return { origin: new URL(running.address).origin, stop: () => running.close() };
    },
  },
  ...SERVERS,
];

describe.each(kinds)('$name', ({ name, missing, start }) => {
  let server: RealServer | null = null;
  const get = (address: string, headers?: Record<string, string>) => ask(server?.origin ?? '', under(policy, address), headers);
  beforeAll(async () => {
    if (missing !== null) return;
    const place = path.join(folder(), name.replace(/\W+/g, '-'));
    await mkdir(place);
    await chmod(place, 0o777);
    const www = path.join(folder(), 'www');
    server = await start({ root: www, site: path.join(www, 'foi'), hosts: path.join(folder(), 'hosts'), place });
  });
  afterAll(() => server?.stop());
  const when = (title: string, run: () => Promise<void>) =>
    test(missing === null ? title : `${title} (not tested: ${missing})`, { skip: missing !== null }, run);

  /** The headers of an answer that the table speaks of. */
  const spokenOf = ({ headers }: Answered) =>
    Object.fromEntries(HEADERS.flatMap((key) => (headers[key] === undefined ? [] : [[key, String(headers[key])]])));

  when('sends each kind of file as what it is, with the headers of the table and no others', async () => {
    for (const address of THERE) {
      const answered = await get(address);
      expect(answered.status, address).toBe(200);
      expect(spokenOf(answered), address).toEqual(headersFor(policy.rules, decodeURIComponent(address)));
    }
  });

  when('sends what is named by a hash to be kept for ever', async () => {
    const page = (await get('/search/')).body.toString();
    for (const address of page.match(/\/_astro\/[\w.-]+/g) ?? [])
      expect(spokenOf(await get(address)), address).toEqual(headersFor(policy.rules, address));
    const [index = ''] = readdirSync(path.join(folder(), 'www/foi/search')).filter((name) => name.startsWith('index-'));
    const [file = ''] = readdirSync(path.join(folder(), 'www/foi/search', index)).filter((name) => name.includes('.'));
    const answered = await get(`/search/${index}/${file}`);
    expect(answered.status).toBe(200);
    expect(answered.headers['cache-control']).toContain('immutable');
  });

  when('answers for nothing with the page that helps, status 404 and the headers of a page', async () => {
    for (const address of NOWHERE) {
      const answered = await get(address);
      if (address === '/%00') {
        expect(answered.status, address).toBeGreaterThanOrEqual(400);
        continue;
      }
      expect(answered.status, address).toBe(404);
      expect(answered.body.toString(), address).toContain('<form');
      expect(spokenOf(answered), address).toEqual(headersFor(policy.rules, '/404.html'));
    }
  });

  when('leads old addresses to the answer, for good, and nothing else', async () => {
    for (const address of MOVED) {
      const { status, headers } = await get(address);
      expect(status, address).toBe(301);
      expect(new URL(headers.location ?? '', 'http://x').pathname, address).toBe('/foi/disclosures/a-1-24/');
      expect(headers['content-security-policy'], address).toBe(policy.rules[0]?.headers['content-security-policy']);
    }
    for (const address of NOT_MOVED) expect((await get(address)).status, address).toBe(404);
  });

  when('sends a folder on to its address with a slash', async () => {
    const { status, headers } = await get('/disclosures/a-1-24');
    expect([301, 308]).toContain(status);
    expect(new URL(headers.location ?? '', 'http://x').pathname).toBe('/foi/disclosures/a-1-24/');
  });

  when('asks to be asked anew, and then says that nothing has changed', async () => {
    const { headers } = await get('/disclosures/');
    expect(headers['cache-control']).toBe('no-cache');
    const again = await get('/disclosures/', { 'if-none-match': headers.etag ?? '', 'if-modified-since': headers['last-modified'] ?? '' });
    expect(again.status).toBe(304);
  });

  when('sends the compressed variant that a browser can read, as the same file', async () => {
    for (const address of [
      '/disclosures/a-1-24/',
      '/disclosures/a-1-24/list,%201.csv',
      '/data/disclosures.json',
      '/feed.xml',
      '/search/',
    ]) {
      const plain = await get(address);
      expect(plain.headers['content-encoding'], address).toBeUndefined();
      for (const [coding, unpack] of [
        ['gzip', gunzipSync],
        ['br', brotliDecompressSync],
      ] as const) {
        if (coding === 'br' && name === 'nginx' && !HAS_BROTLI) continue;
        const packed = await get(address, { 'accept-encoding': coding });
        expect(packed.headers['content-encoding'], `${address} ${coding}`).toBe(coding);
        expect(packed.body.length, `${address} ${coding}`).toBeLessThan(plain.body.length);
        expect(unpack(packed.body).equals(plain.body), `${address} ${coding}`).toBe(true);
        expect(spokenOf(packed), `${address} ${coding}`).toEqual(spokenOf(plain));
        expect(packed.headers.vary, `${address} ${coding}`).toMatch(/accept-encoding/i);
      }
    }
  });
});

/** Old paths, decoded, with every sign that means something in the file of one host or another. */
const HOSTILE = [
  '/a;b',
  '/x"y"',
  "/it's",
  '/$uri$1',
  '/{1}',
  '/^(.*)$|[a]',
  '/100%',
  '/`id`',
  '/#top',
  '/a?b',
  '/${PATH}',
  '/~^/',
  '/%{REQUEST_URI}',
  '/é/ü',
  `/${'long'.repeat(40)}`,
];

describe.each(SERVERS)('$name, at the root of its address, with thousands of redirects', ({ name, missing, start }) => {
  let server: RealServer | null = null;
  const redirects = [...HOSTILE, ...Array.from({ length: 2500 }, (_, number) => `/old/${number}`)].map((from) => ({ from, to: '/about/' }));
  beforeAll(async () => {
    if (missing !== null) return;
    const place = path.join(folder(), `root-${name.replace(/\W+/g, '-')}`);
    const root = path.join(place, 'www');
    const its: HostedSite = { policy: { ...policy, base: '/', redirects }, endings: [], isCompressed: false };
    const files = { nginx: nginx(its), apache: apache(its), caddy: caddy(its) };
    for (const [host, each] of Object.entries(files)) await writeFiles(path.join(place, 'hosts', host), each);
    await cp(inject('folder'), root, { recursive: true });
    await writeFiles(root, { '.htaccess': files.apache['.htaccess'] ?? '' });
    await chmod(place, 0o777);
    server = await start({ root, site: root, hosts: path.join(place, 'hosts'), place });
  });
  afterAll(() => server?.stop());

  test(`answers as the table says${missing === null ? '' : ` (not tested: ${missing})`}`, { skip: missing !== null }, async () => {
    const get = (address: string) => ask(server?.origin ?? '', address);
    const home = await get('/');
    expect(home.status).toBe(200);
    expect(home.headers).toMatchObject(headersFor(policy.rules, '/'));
    expect((await get('/nowhere/')).status).toBe(404);
    expect((await get('/disclosures')).headers.location).toMatch(/\/disclosures\/$/);
    for (const { from } of redirects.filter((_, number) => number < HOSTILE.length || number % 100 === 0)) {
      // (Caddy takes this for a variable of the environment.)
      if (name === 'Caddy' && from.includes('{$')) continue;
      const { status, headers } = await get(encodePath(from));
      expect({ status, to: new URL(headers.location ?? '', 'http://x').pathname }, from).toEqual({ status: 301, to: '/about/' });
    }
  });
});
