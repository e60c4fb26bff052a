/** The kinds of host that files can be written for. `root` are the files that the host looks for in the folder that it serves. */
export const HOSTS = {
  'cloudflare-pages': { label: 'Cloudflare Pages', root: ['_headers', '_redirects'] },
  netlify: { label: 'Netlify', root: ['_headers', '_redirects'] },
  'azure-static-web-apps': { label: 'Azure Static Web Apps', root: ['staticwebapp.config.json'] },
  nginx: { label: 'nginx', root: [] },
  apache: { label: 'Apache', root: ['.htaccess'] },
  caddy: { label: 'Caddy', root: [] },
  iis: { label: 'IIS', root: ['web.config'] },
  's3-cloudfront': { label: 'Amazon S3 with CloudFront', root: [] },
  'github-pages': { label: 'GitHub Pages', root: ['.nojekyll'] },
} as const satisfies Record<string, { label: string; root: readonly string[] }>;

export type Host = keyof typeof HOSTS;
export const HOST_IDS = Object.keys(HOSTS) as [Host, ...Host[]];
