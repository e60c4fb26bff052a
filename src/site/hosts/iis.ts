import { MEDIA_TYPES } from '../../log/media-types.ts';
import { regexOf } from '../../log/path-pattern.ts';
import { addressesOf, MISSING_PAGE, type Policy, under } from '../../log/policy.ts';
import { type HostedSite, type HostFiles, headerName, MADE } from './host-files.ts';

/*
 * IIS: a web.config for the folder of the site. What differs between addresses, and redirects, need the module URL Rewrite; without it, IIS says
 * so with error 500.19. IIS calls a header of an answer RESPONSE_Content_Security_Policy.
 */

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

export function iis({ policy }: HostedSite): HostFiles {
  const [everywhere, ...others] = policy.rules;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<!-- ${MADE} Needs the module URL Rewrite. -->`,
    '<configuration><system.webServer>',
    '<directoryBrowse enabled="false" />',
    '<defaultDocument><files><clear /><add value="index.html" /></files></defaultDocument>',
    '<staticContent>',
    ...Object.entries(MEDIA_TYPES).flatMap(([ending, type]) => [
      `<remove fileExtension=".${ending}" />`,
      `<mimeMap fileExtension=".${ending}" mimeType="${escape(type)}" />`,
    ]),
    '</staticContent>',
    '<httpErrors errorMode="Custom" existingResponse="Replace"><remove statusCode="404" />',
    `<error statusCode="404" path="${escape(under(policy, MISSING_PAGE))}" responseMode="ExecuteURL" /></httpErrors>`,
    '<security><requestFiltering><hiddenSegments>',
    ...['_headers', '_redirects', 'staticwebapp.config.json', '.htaccess', '.nojekyll'].map((name) => `<add segment="${name}" />`),
    '</hiddenSegments></requestFiltering></security>',
    '<httpProtocol><customHeaders><remove name="X-Powered-By" />',
    ...Object.entries(everywhere?.headers ?? {}).flatMap(([name, value]) => [
      `<remove name="${headerName(name)}" />`,
      `<add name="${headerName(name)}" value="${escape(value)}" />`,
    ]),
    '</customHeaders></httpProtocol>',
    '<rewrite>',
    ...moved(policy),
    '<outboundRules>',
    ...others.flatMap((rule, place) => headerRules(policy, rule, place)),
    '</outboundRules>',
    '</rewrite>',
    '</system.webServer></configuration>',
  ];
  return { 'web.config': `${lines.join('\n')}\n` };
}

function moved(policy: Policy): string[] {
  if (policy.redirects.length === 0) return [];
  const rows = new Map<string, string>();
  // IIS compares without regard to case, and takes no key twice.
  for (const redirect of policy.redirects)
    for (const from of addressesOf(redirect).map((address) => under(policy, address)))
      if (!rows.has(from.toLowerCase()))
        rows.set(from.toLowerCase(), `<add key="${escape(from)}" value="${escape(under(policy, redirect.to))}" />`);
  return [
    '<rewriteMaps><rewriteMap name="Moved" defaultValue="">',
    ...rows.values(),
    '</rewriteMap></rewriteMaps>',
    '<rules><rule name="Moved" stopProcessing="true"><match url=".*" />',
    '<conditions><add input="{Moved:{PATH_INFO}}" pattern="(.+)" /></conditions>',
    '<action type="Redirect" url="{C:1}" appendQueryString="false" redirectType="Permanent" /></rule></rules>',
  ];
}

function headerRules(policy: Policy, { path, headers }: Policy['rules'][number], place: number): string[] {
  const where = escape(regexOf(path, { prefix: policy.base.replace(/\/$/, ''), index: true }));
  return Object.entries(headers).map(
    ([name, value]) =>
      `<rule name="${place + 1} ${headerName(name)}"><match serverVariable="RESPONSE_${headerName(name).replaceAll('-', '_')}" pattern=".*" />` +
      `<conditions><add input="{PATH_INFO}" pattern="${where}" /><add input="{RESPONSE_STATUS}" pattern="^404" negate="true" /></conditions>` +
      `<action type="Rewrite" value="${escape(value)}" /></rule>`,
  );
}
