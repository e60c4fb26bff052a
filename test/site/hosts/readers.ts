import vm from 'node:vm';
import type { Host } from '../../../src/model/hosts.ts';
import type { HostFiles } from '../../../src/site/hosts/host-files.ts';

/*
 * What the files of each host say of an address, read as that host reads them: small readers, independent of what wrote the files. Names of
 * headers are in lower case. A type is only there where a rule sets it, not where a host tells it by the ending.
 */

export interface Said {
  headers: Record<string, string>;
  /** Where the address has moved to. */
  to: string | null;
}
export type Read = (files: HostFiles, address: string) => Promise<Said>;

const lower = (headers: Iterable<readonly [string, string]>) =>
  Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]));

/** A folder as most servers see it when they send it. */
const asFile = (address: string) => decodeURIComponent(address).replace(/\/$/, '/index.html');

/** `*` and `:name` of Cloudflare and Netlify. */
function globOf(pattern: string, end: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '.*').replace(/:[a-z]+/g, '[^/]+')}${end}$`);
}

function underscore(joins: boolean): Read {
  return async ({ _headers = '', _redirects = '' }, address) => {
    const headers = new Map<string, string>();
    let isOn = false;
    for (const line of _headers.split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      if (line.startsWith('/')) {
        isOn = globOf(line, joins ? '' : '/?').test(address);
        continue;
      }
      const text = line.trim();
      if (!isOn || (!joins && !text.includes(':'))) continue;
      if (text.startsWith('! ')) headers.delete(text.slice(2));
      else {
        const [, name = '', value = ''] = /^([^:]+): (.*)$/.exec(text) ?? [];
        const before = headers.get(name);
        headers.set(name, joins && before !== undefined ? `${before}, ${value}` : value);
      }
    }
    const moved = _redirects.split('\n').map((line) => line.split(' '));
    return {
      headers: lower(headers),
      to: moved.find(([from = '#', , status]) => status === '301' && globOf(from, '').test(address))?.[1] ?? null,
    };
  };
}

const unquote = (text: string) => text.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1');

const nginx: Read = async ({ 'http.conf': http = '', 'server.conf': server = '' }, address) => {
  const uri = asFile(address);
  const maps = new Map(
    [...http.matchAll(/map \$uri (\$\w+) \{\n([^]*?)\n\}/g)].map(([, name = '', rows = '']) => {
      const all = rows
        .split('\n')
        .map((row) => /^ {2}("(?:[^"\\]|\\.)*"|default) ("(?:[^"\\]|\\.)*");$/.exec(row)?.slice(1).map(unquote) ?? []);
      const plain = all.find(
        ([key = '']) => key.startsWith('\\') && key.slice(1).toLowerCase() === decodeURIComponent(address).toLowerCase(),
      );
      const regex = all.find(([key = '']) => key.startsWith('~') && new RegExp(key.slice(1)).test(uri));
      return [name, (plain ?? regex ?? all.find(([key]) => key === 'default'))?.[1] ?? ''];
    }),
  );
  const headers = [...server.matchAll(/add_header (\S+) (\$\w+) always;/g)].map(
    ([, name = '', variable = '']) => [name, maps.get(variable) ?? ''] as const,
  );
  const typed = [...server.matchAll(/location ~ "([^"]+)" \{\s+types \{ \}\s+default_type "([^"]+)"/g)].find(([, regex = '']) =>
    new RegExp(regex.replace(/\\\\/g, '\\')).test(uri),
  );
  const all = [...headers.filter(([, value]) => value !== ''), ...(typed ? [['content-type', typed[2] ?? ''] as const] : [])];
  return { headers: lower(all), to: maps.get('$disclosure_log_moved') || null };
};

const apache: Read = async ({ '.htaccess': text = '' }, address) => {
  const uri = asFile(address);
  const headers = new Map<string, string>();
  for (const [, name = '', value = '', where] of text.matchAll(/^Header (?:always )?set (\S+) ("(?:[^"\\]|\\.)*")(?: "expr=(.*)")?$/gm)) {
    const regex = where && /^%\{REQUEST_URI\} =~ m#(.*)#$/.exec(unquote(where))?.[1];
    if (!where || new RegExp(regex ?? '(?!)').test(uri)) headers.set(name, unquote(value));
  }
  const moved = [...text.matchAll(/^RedirectMatch 301 ("(?:[^"\\]|\\.)*") "(.*)"$/gm)];
  return {
    headers: lower(headers),
    to: moved.find(([, from = '']) => new RegExp(unquote(from)).test(decodeURIComponent(address)))?.[2] ?? null,
  };
};

const caddy: Read = async ({ 'disclosure-log.caddy': text = '' }, address) => {
  const path = decodeURIComponent(address);
  const [route = ''] = text.split('handle_errors');
  const matchers = new Map(
    [...route.matchAll(/^ *@(\w+) path_regexp `(.*)`$/gm)].map(([, name = '', regex = '']) => [name, new RegExp(regex)]),
  );
  const headers = new Map<string, string>();
  for (const [, name, block = ''] of route.matchAll(/^ *header(?: @(rule_\d+))? \{\n([^]*?)\n *\}/gm))
    if (name === undefined || matchers.get(name)?.test(path))
      for (const [, header = '', value = ''] of block.matchAll(/^ *(\S+) "(.*)"$/gm)) headers.set(header, value);
  const rows = [...(/map \{[\w.]+\} \{\w+\} \{\n([^]*?)\n\}/.exec(route)?.[1] ?? '').matchAll(/^ *("(?:[^"\\]|\\.)*") "(.*)"$/gm)];
  return { headers: lower(headers), to: rows.find(([, from = '']) => unquote(from).replace(/\\([{}])/g, '$1') === path)?.[2] ?? null };
};

interface AzureFile {
  globalHeaders: Record<string, string>;
  routes: { route: string; headers?: Record<string, string>; redirect?: string }[];
}

const azure: Read = async ({ 'staticwebapp.config.json': text = '' }, address) => {
  const { globalHeaders, routes } = JSON.parse(text) as AzureFile;
  const first = routes.find(({ route }) => {
    const [, before = '', endings] = /^([^*]*)\*\.\{(.*)\}$/.exec(route) ?? [];
    if (endings !== undefined) return address.startsWith(before) && endings.split(',').some((ending) => address.endsWith(`.${ending}`));
    return route.endsWith('*') ? address.startsWith(route.slice(0, -1)) : route === address;
  });
  return { headers: lower(Object.entries({ ...globalHeaders, ...first?.headers })), to: first?.redirect ?? null };
};

const unescape = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

const iis: Read = async ({ 'web.config': text = '' }, address) => {
  const path = decodeURIComponent(address);
  const own = /<customHeaders>([^]*)<\/customHeaders>/.exec(text)?.[1] ?? '';
  const headers = new Map(
    [...own.matchAll(/<add name="([^"]+)" value="([^"]+)"/g)].map(([, name = '', value = '']) => [name, unescape(value)]),
  );
  for (const [, name = '', regex = '', value = ''] of text.matchAll(
    /serverVariable="RESPONSE_(\w+)"[^]*?input="\{PATH_INFO\}" pattern="([^"]*)"[^]*?action type="Rewrite" value="([^"]*)"/g,
  ))
    if (new RegExp(unescape(regex)).test(asFile(address))) headers.set(name.replaceAll('_', '-'), unescape(value));
  const moved = [...(/<rewriteMap [^>]*>([^]*)<\/rewriteMap>/.exec(text)?.[1] ?? '').matchAll(/<add key="([^"]*)" value="([^"]*)"/g)];
  return { headers: lower(headers), to: moved.find(([, key = '']) => unescape(key).toLowerCase() === path.toLowerCase())?.[2] ?? null };
};

interface CloudFrontPolicy {
  SecurityHeadersConfig: Record<string, Record<string, string | number | boolean>>;
  CustomHeadersConfig: { Items: { Header: string; Value: string }[] };
}

/** Runs the two functions, as CloudFront does around the answer of S3, which has the metadata of the upload. */
const cloudFront: Read = async (files, address) => {
  const { SecurityHeadersConfig: own, CustomHeadersConfig: more } = JSON.parse(
    files['response-headers-policy.json'] ?? '',
  ) as CloudFrontPolicy;
  const headers = new Map(more.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value]));
  const names = { ContentSecurityPolicy: 'content-security-policy', FrameOption: 'x-frame-options', ReferrerPolicy: 'referrer-policy' };
  for (const group of Object.values(own))
    for (const [key, name] of Object.entries(names)) if (typeof group[key] === 'string') headers.set(name, group[key]);
  if (own['ContentTypeOptions']) headers.set('x-content-type-options', 'nosniff');
  const maxAge = own['StrictTransportSecurity']?.['AccessControlMaxAgeSec'];
  if (maxAge !== undefined) headers.set('strict-transport-security', `max-age=${maxAge}`);

  const { data } = JSON.parse(files['redirects.json'] ?? '') as { data: { key: string; value: string }[] };
  const get = async (key: string) => {
    const found = data.find((row) => row.key === key);
    if (!found) throw new Error('KeyNotFound');
    return found.value;
  };
  const request = { uri: address };
  const ask = vm.runInNewContext(`${files['viewer-request.js']?.replace(/^import .*$/m, '')}; handler`, {
    cf: { kvs: () => ({ get }) },
  }) as (event: unknown) => Promise<{ uri?: string; headers?: { location: { value: string } } }>;
  const asked = await ask({ request });
  if (asked.uri === undefined) return { headers: Object.fromEntries(headers), to: asked.headers?.location.value ?? null };

  const { 'cache-control': caching, own: rows } = JSON.parse(files['metadata.json'] ?? '') as {
    'cache-control': string;
    own: { pattern: string; 'content-type'?: string; 'cache-control'?: string }[];
  };
  headers.set('cache-control', caching);
  for (const row of rows)
    if (new RegExp(row.pattern).test(asked.uri.replace(/^\/(?:foi\/)?/, '')))
      for (const name of ['content-type', 'cache-control'] as const) if (row[name]) headers.set(name, row[name]);
  const response = { statusCode: 200, headers: {} as Record<string, { value: string }> };
  const answer = vm.runInNewContext(`${files['viewer-response.js']}; handler`, {}) as (event: unknown) => typeof response;
  for (const [name, { value }] of Object.entries(answer({ request: asked, response }).headers)) headers.set(name, value);
  return { headers: Object.fromEntries(headers), to: null };
};

export const READERS: Partial<Record<Host, Read>> = {
  'cloudflare-pages': underscore(true),
  netlify: underscore(false),
  'azure-static-web-apps': azure,
  nginx,
  apache,
  caddy,
  iis,
  's3-cloudfront': cloudFront,
};
