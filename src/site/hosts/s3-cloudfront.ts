import { MEDIA_TYPES } from '../../log/media-types.ts';
import { regexOf } from '../../log/path-pattern.ts';
import { addressesOf, MISSING_PAGE, type Policy, under } from '../../log/policy.ts';
import { encodePath, type HostedSite, type HostFiles, headerName, MADE } from './host-files.ts';

/*
 * Amazon S3 behind CloudFront: the headers of every answer as a response headers policy, what differs between addresses in a function that sees
 * the answer, folders and redirects in one that sees the request, redirects in a key value store (a function holds 10 KB), and with which type
 * and caching each kind of file is to be uploaded.
 */
export function s3CloudFront({ policy }: HostedSite): HostFiles {
  return {
    'response-headers-policy.json': responseHeadersPolicy(policy),
    'viewer-request.js': VIEWER_REQUEST,
    'viewer-response.js': viewerResponse(policy),
    'redirects.json': redirects(policy),
    'error-responses.json': json({
      Quantity: 2,
      Items: [403, 404].map((ErrorCode) => ({
        ErrorCode,
        ResponsePagePath: under(policy, MISSING_PAGE),
        ResponseCode: '404',
        ErrorCachingMinTTL: 10,
      })),
    }),
    'metadata.json': metadata(policy),
  };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * As `aws cloudfront create-response-headers-policy --response-headers-policy-config file://…` takes it. What differs between addresses does not
 * override: the function says it, and this where no function runs, as for the page for nothing.
 */
function responseHeadersPolicy({ rules }: Policy): string {
  const [everywhere, ...others] = rules;
  const headers = everywhere?.headers ?? {};
  const differing = new Set(others.flatMap((rule) => Object.keys(rule.headers)));
  const Override = (name: string) => ({ Override: !differing.has(name) });
  const maxAge = /max-age=(\d+)/.exec(headers['strict-transport-security'] ?? '')?.[1];
  const https = { Override: true, IncludeSubdomains: false, Preload: false, AccessControlMaxAgeSec: Number(maxAge) };
  const security = {
    ContentSecurityPolicy: { ...Override('content-security-policy'), ContentSecurityPolicy: headers['content-security-policy'] },
    ContentTypeOptions: Override('x-content-type-options'),
    FrameOptions: { ...Override('x-frame-options'), FrameOption: headers['x-frame-options'] },
    ReferrerPolicy: { ...Override('referrer-policy'), ReferrerPolicy: headers['referrer-policy'] },
    ...(maxAge === undefined ? {} : { StrictTransportSecurity: https }),
  };
  // How long a file may be kept goes with the file.
  const own = ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'referrer-policy', 'strict-transport-security'];
  const custom = Object.entries(headers).filter(([name]) => !own.includes(name) && name !== 'cache-control');
  return json({
    Name: 'disclosure-log',
    Comment: MADE,
    SecurityHeadersConfig: security,
    CustomHeadersConfig: {
      Quantity: custom.length,
      Items: custom.map(([name, value]) => ({ Header: headerName(name), Value: value, ...Override(name) })),
    },
  });
}

const VIEWER_REQUEST = `// ${MADE}
// Function on the viewer's request, with the key value store of redirects.json.
import cf from 'cloudfront';
const moved = cf.kvs();

async function handler(event) {
  const request = event.request;
  const uri = request.uri;
  try {
    const to = await moved.get(uri);
    return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: to } } };
  } catch (notMoved) {}
  if (uri.endsWith('/')) request.uri = uri + 'index.html';
  else if (!/\\.[A-Za-z0-9]+$/.test(uri))
    return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: uri + '/' } } };
  return request;
}
`;

function viewerResponse(policy: Policy): string {
  const prefix = policy.base.replace(/\/$/, '');
  const differing = new Set(policy.rules.slice(1).flatMap(({ headers }) => Object.keys(headers)));
  const rules = policy.rules.flatMap(({ path, headers }) => {
    const its = Object.entries(headers).filter(([name]) => differing.has(name) && !['content-type', 'cache-control'].includes(name));
    return its.length > 0 ? [[regexOf(path, { prefix, index: true }), Object.fromEntries(its)]] : [];
  });
  return `// ${MADE}
// Function on the viewer's response.
const RULES = ${JSON.stringify(rules)};

function handler(event) {
  const response = event.response;
  if (response.statusCode >= 400) return response;
  const uri = event.request.uri;
  for (const rule of RULES)
    if (new RegExp(rule[0]).test(uri))
      for (const name of Object.keys(rule[1])) response.headers[name] = { value: rule[1][name] };
  return response;
}
`;
}

/** As the import of a key value store takes it. */
function redirects(policy: Policy): string {
  const data = policy.redirects.flatMap((redirect) =>
    addressesOf(redirect).map((from) => ({ key: encodePath(under(policy, from)), value: under(policy, redirect.to) })),
  );
  return json({ data });
}

/** Type and caching of each kind of file: the first row that matches a file's name in the output. */
function metadata({ rules }: Policy): string {
  const everywhere = rules[0]?.headers['cache-control'];
  const own = rules
    .slice(1)
    .filter(({ headers }) => headers['content-type'] ?? headers['cache-control'])
    .map(({ path, headers }) => ({
      pattern: regexOf(path).replace('^/', '^'),
      'content-type': headers['content-type'],
      'cache-control': headers['cache-control'],
    }));
  const types = Object.entries(MEDIA_TYPES).map(([ending, type]) => ({ pattern: `\\.${ending}$`, 'content-type': type }));
  return json({ 'cache-control': everywhere, own, types });
}
