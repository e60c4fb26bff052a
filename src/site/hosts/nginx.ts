import { MEDIA_TYPES, UNKNOWN_TYPE } from '../../log/media-types.ts';
import { type Seen, regexOf } from '../../log/path-pattern.ts';
import { addressesOf, MISSING_PAGE, type Policy, under } from '../../log/policy.ts';
import { type HostedSite, type HostFiles, headerName, MADE } from './host-files.ts';

/*
 * nginx: maps from an address to each header and to where it has moved, for the http block, and a location for the server block. A map's value
 * is found when a response is sent: by then the address of a folder is that of its index.html, and the address of nothing that of the 404 page.
 */

/** A quoted string, in which nginx takes `$` for a variable only where a value is expected. */
const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
const variable = (name: string) => `$disclosure_log_${name.replace(/-/g, '_')}`;

export function nginx({ policy, isCompressed }: HostedSite): HostFiles {
  return { 'http.conf': http(policy), 'server.conf': server(policy, isCompressed) };
}

/** Each header that rules set, but for the type, which is a location's to say. */
function headersOf({ rules }: Policy): string[] {
  return [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))].filter((name) => name !== 'content-type');
}

function http(policy: Policy): string {
  const seen: Seen = { prefix: policy.base.replace(/\/$/, ''), index: true };
  const maps = headersOf(policy).map((name) => {
    // The first that matches is taken; in our table the last.
    const rows = policy.rules
      .filter(({ headers }) => headers[name] !== undefined)
      .toReversed()
      .map(({ path, headers }) =>
        path === '/*' ? `default ${quote(headers[name] ?? '')};` : `${quote(`~${regexOf(path, seen)}`)} ${quote(headers[name] ?? '')};`,
      );
    return block(`map $uri ${variable(name)}`, rows);
  });
  const moved = new Map<string, string>();
  // nginx compares without regard to case.
  for (const redirect of policy.redirects)
    for (const address of addressesOf(redirect)) {
      const from = under(policy, address);
      if (!moved.has(from.toLowerCase())) moved.set(from.toLowerCase(), `${quote(`\\${from}`)} ${quote(under(policy, redirect.to))};`);
    }
  return `# ${MADE}
# Include it in the http block.
${sizes([...moved.keys()])}${maps.join('\n')}
${block(`map $uri ${variable('moved')}`, ['default "";', ...moved.values()])}
`;
}

/** Room for long and many old paths; the sizes that nginx begins with hold some thousand of up to forty characters. */
function sizes(paths: readonly string[]): string {
  const longest = Math.max(0, ...paths.map((path) => Buffer.byteLength(path)));
  const bucket = longest > 40 ? `map_hash_bucket_size ${2 ** Math.ceil(Math.log2(longest + 32))};\n` : '';
  return bucket + (paths.length > 1000 ? `map_hash_max_size ${2 ** Math.ceil(Math.log2(paths.length * 2))};\n` : '');
}

function server(policy: Policy, isCompressed: boolean): string {
  const seen: Seen = { prefix: policy.base.replace(/\/$/, ''), index: true };
  const missing = quote(under(policy, MISSING_PAGE));
  const typed = policy.rules.flatMap(({ path, headers }) => {
    const type = headers['content-type'];
    return type === undefined ? [] : [block(`location ~ ${quote(regexOf(path, seen))}`, ['types { }', `default_type ${quote(type)};`])];
  });
  const inner = [
    'index index.html;',
    'autoindex off;',
    'absolute_redirect off;',
    'server_tokens off;',
    `error_page 403 404 =404 ${missing};`,
    ...headersOf(policy).map((name) => `add_header ${headerName(name)} ${variable(name)} always;`),
    block('types', types()),
    `default_type ${UNKNOWN_TYPE};`,
    ...(isCompressed ? ['gzip_static on;', '# Where the module ngx_brotli is there: brotli_static on;', 'gzip_vary on;'] : []),
    ...typed,
    block(`location ~ "/(?:_headers|_redirects|staticwebapp\\.config\\.json|web\\.config)$"`, ['return 404;']),
    block(`location ~ "/\\.(?!well-known/)"`, ['return 404;']),
    block(`if (${variable('moved')})`, [`return 301 ${variable('moved')};`]),
  ];
  return `# ${MADE}
# Include it in the server block, which says the root: the folder in which ${policy.base} is.
${block(`location ^~ ${policy.base}`, inner)}
`;
}

function types(): string[] {
  const byType = new Map<string, string[]>();
  for (const [ending, type] of Object.entries(MEDIA_TYPES)) byType.set(type, [...(byType.get(type) ?? []), ending]);
  return [...byType].map(([type, endings]) => `${quote(type)} ${endings.join(' ')};`);
}

function block(head: string, lines: readonly string[]): string {
  return `${head} {\n${lines.map((line) => `${line.replace(/^/gm, '  ')}\n`).join('')}}`;
}
