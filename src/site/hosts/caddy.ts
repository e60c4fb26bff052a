import { MEDIA_TYPES } from '../../log/media-types.ts';
import { regexOf } from '../../log/path-pattern.ts';
import { addressesOf, MISSING_PAGE, type Policy, under } from '../../log/policy.ts';
import { type HostedSite, type HostFiles, headerName, MADE } from './host-files.ts';

/** Caddy 2: a file to import into the block of a site, which says the root. */

/** A quoted string, in which Caddy takes `{…}` for a variable. */
const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&').replace(/[{}]/g, '\\$&')}"`;
/** One that is a regular expression: as it is. */
const verbatim = (regex: string) => `\`${regex.replaceAll('`', '\\x60')}\``;

export function caddy({ policy, isCompressed }: HostedSite): HostFiles {
  const lines = [
    `# ${MADE}`,
    `# Import it into the block of the site, after the root: the folder in which ${policy.base} is.`,
    'route {',
    ...typeLines(),
    ...headerLines(policy),
    ...movedLines(policy),
    '@hidden path_regexp `/(?:_headers|_redirects|staticwebapp\\.config\\.json|web\\.config|\\.htaccess|\\.nojekyll)$`',
    'error @hidden 404',
    isCompressed ? 'file_server {\nprecompressed br gzip\n}' : 'file_server',
    '}',
    'handle_errors {',
    ...headerOfMissing(policy),
    `rewrite * ${under(policy, MISSING_PAGE)}`,
    'file_server',
    '}',
  ];
  return { 'disclosure-log.caddy': `${lines.join('\n')}\n` };
}

function typeLines(): string[] {
  return Object.entries(MEDIA_TYPES).flatMap(([ending, type]) => [
    `@type_${ending} path *.${ending}`,
    `header @type_${ending} Content-Type ${quote(type)}`,
  ]);
}

function headerLines(policy: Policy): string[] {
  const prefix = policy.base.replace(/\/$/, '');
  return policy.rules.flatMap(({ path, headers }, place) => {
    const set = Object.entries(headers).map(([name, value]) => `${headerName(name)} ${quote(value)}`);
    if (path === '/*') return ['header {', ...set, '}'];
    return [`@rule_${place} path_regexp ${verbatim(regexOf(path, { prefix }))}`, `header @rule_${place} {`, ...set, '}'];
  });
}

/** What the page for nothing has, whatever was asked for. */
function headerOfMissing({ rules }: Policy): string[] {
  const [everywhere] = rules;
  const set = Object.entries(everywhere?.headers ?? {}).map(([name, value]) => `${headerName(name)} ${quote(value)}`);
  return [
    'header {',
    ...set,
    `Content-Type ${quote(MEDIA_TYPES['html'] ?? '')}`,
    '-Content-Disposition',
    '-Access-Control-Allow-Origin',
    '}',
  ];
}

function movedLines(policy: Policy): string[] {
  if (policy.redirects.length === 0) return [];
  // Caddy puts a variable of the environment in the place of `{$NAME}`, wherever that stands.
  const sayable = policy.redirects.filter(({ from }) => !from.includes('{$'));
  const rows = sayable.flatMap((redirect) =>
    addressesOf(redirect).map((from) => `${quote(under(policy, from))} ${quote(under(policy, redirect.to))}`),
  );
  return [
    'map {http.request.uri.path} {disclosure_log_moved} {',
    ...rows,
    'default ""',
    '}',
    '@moved expression `{disclosure_log_moved} != ""`',
    'redir @moved {disclosure_log_moved} 301',
  ];
}
