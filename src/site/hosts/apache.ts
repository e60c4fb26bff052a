import { MEDIA_TYPES } from '../../log/media-types.ts';
import { escapeRegex, type Seen, regexOf } from '../../log/path-pattern.ts';
import { addressesOf, MISSING_PAGE, type Policy, under } from '../../log/policy.ts';
import { type HostedSite, type HostFiles, headerName, MADE } from './host-files.ts';

/*
 * Apache 2.4 with mod_headers (and mod_rewrite for compressed variants). By the time headers are set, the address of a folder is that of its
 * index.html, the address of nothing that of the 404 page, and that of a compressed variant has its ending.
 */

/** A quoted argument, in which Apache takes `%{`, `${` for variables. */
const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

export function apache(site: HostedSite): HostFiles {
  const directives = directivesFor(site);
  return {
    '.htaccess': `# ${MADE}\n${directives}`,
    'include.conf': `# ${MADE}
# Include it in the virtual host, after a line that names the folder of the site: Define DISCLOSURE_LOG /var/www/foi
# The server then need not read .htaccess at each request.
<Directory "\${DISCLOSURE_LOG}">
Require all granted
AllowOverride None
${directives}</Directory>
`,
  };
}

function directivesFor({ policy, isCompressed }: HostedSite): string {
  return [
    'Options -Indexes -MultiViews',
    'DirectoryIndex index.html',
    'DirectorySlash On',
    'FileETag MTime Size',
    `ErrorDocument 403 ${under(policy, MISSING_PAGE)}`,
    `ErrorDocument 404 ${under(policy, MISSING_PAGE)}`,
    'AddDefaultCharset Off',
    ...Object.entries(MEDIA_TYPES).map(([ending, type]) => `AddType ${quote(type)} .${ending}`),
    'RedirectMatch 404 "/(?:_headers|_redirects|staticwebapp\\.config\\.json|web\\.config)$"',
    'RedirectMatch 404 "/\\.(?!well-known/)"',
    ...movedLines(policy),
    ...(isCompressed ? COMPRESSED : []),
    ...headerLines(policy, isCompressed),
    '',
  ].join('\n');
}

function movedLines(policy: Policy): string[] {
  return policy.redirects.map((redirect) => {
    const plain = escapeRegex(under(policy, redirect.from));
    const slash = addressesOf(redirect).length > 1 ? '/?' : '';
    return `RedirectMatch 301 ${quote(`^${plain}${slash}$`)} ${quote(under(policy, redirect.to))}`;
  });
}

function headerLines(policy: Policy, packed: boolean): string[] {
  const seen: Seen = { prefix: policy.base.replace(/\/$/, ''), index: true, packed };
  return policy.rules.flatMap(({ path, headers }) =>
    Object.entries(headers).map(([name, value]) => {
      const where = path === '/*' ? '' : ` ${quote(`expr=%{REQUEST_URI} =~ m#${regexOf(path, seen).replaceAll('#', '\\x23')}#`)}`;
      const always = name === 'content-type' ? '' : 'always ';
      return `Header ${always}set ${headerName(name)} ${quote(value)}${where}`;
    }),
  );
}

const variant = (coding: string, ending: string) => [
  `RewriteCond %{HTTP:Accept-Encoding} "\\b${coding}\\b"`,
  `RewriteCond %{REQUEST_FILENAME}.${ending} -f`,
  `RewriteRule "^(.+)$" "$1.${ending}" [L]`,
];

/** A variant that the browser can read is taken for the file, with the file's type. */
const COMPRESSED = [
  '<IfModule mod_rewrite.c>',
  'RewriteEngine On',
  ...variant('br', 'br'),
  ...variant('gzip', 'gz'),
  '</IfModule>',
  'RemoveType .gz',
  'RemoveLanguage .br',
  'AddEncoding br .br',
  'AddEncoding gzip .gz',
  'SetEnvIf Request_URI "\\.(?:br|gz)$" no-gzip no-brotli',
  'Header append Vary Accept-Encoding',
];
