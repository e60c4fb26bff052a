import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { headersFor } from '../log/headers.ts';
import { addressesOf, MISSING_PAGE, NOT_SERVED, plainPolicy, type Policy, under } from '../log/policy.ts';
import { readPolicy } from '../log/policy-file.ts';

export interface RunningServer {
  /** `http://localhost:4321/` */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a built site as the files for hosts tell a host to: the same headers, redirects, types and compressed variants, folders by their
 * index.html, unknown paths by its 404 page.
 *
 * @param base where it is not that of the build
 */
export async function serveFolder(folder: string, { port, base }: { port: number; base?: string | null }): Promise<RunningServer> {
  const built = readPolicy(folder) ?? plainPolicy('/');
  const site = new Site(folder, { ...built, base: base == null ? built.base : `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/') });
  const server = createServer((request, response) => site.answer(request, response));
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${taken}${site.policy.base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

class Site {
  readonly policy: Policy;
  private readonly folder: string;
  private readonly files: ReturnType<typeof sirv>;
  private readonly moved: Map<string, string>;

  constructor(folder: string, policy: Policy) {
    this.folder = folder;
    this.policy = policy;
    this.files = sirv(folder, { dev: true, etag: true, gzip: true, brotli: true });
    this.moved = new Map(
      policy.redirects.flatMap((redirect) => addressesOf(redirect).map((address) => [address, under(policy, redirect.to)])),
    );
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const prefix = this.policy.base.replace(/\/$/, '');
    const [whole = '/', query] = (request.url ?? '/').split('?', 2);
    if (prefix && !whole.startsWith(`${prefix}/`)) {
      if (whole === '/' || whole === prefix) return void response.writeHead(302, { location: `${prefix}/` }).end();
      return this.notFound(response);
    }
    const pathname = whole.slice(prefix.length).replace(/^\/{2,}/, '/');
    const decoded = decode(pathname);
    const to = this.moved.get(decoded);
    if (to !== undefined) return this.redirect(response, decoded, to);
    if (NOT_SERVED.test(decoded)) return this.notFound(response);
    const asked = query === undefined ? '' : `?${query}`;
    // A folder without its slash is sent on, as every static host does.
    if (!decoded.endsWith('/') && this.isFolder(decoded)) return this.redirect(response, decoded, `${prefix}${pathname}/${asked}`);
    request.url = pathname + asked;
    // sirv leaves `#`, `&` and the like encoded, which a file name may hold; it takes an address that is parsed already.
    Object.assign(request, { _parsedUrl: { raw: request.url, pathname: decoded } });
    this.setHeaders(response, decoded);
    this.files(request, response, () => this.notFound(response));
  }

  private isFolder(pathname: string): boolean {
    const file = path.join(this.folder, pathname);
    if (file.includes('\0') || path.relative(this.folder, file).startsWith('..')) return false;
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
  }

  private setHeaders(response: ServerResponse, pathname: string): void {
    for (const [name, value] of Object.entries(headersFor(this.policy.rules, pathname))) response.setHeader(name, value);
  }

  private redirect(response: ServerResponse, from: string, location: string): void {
    this.setHeaders(response, from);
    response.removeHeader('content-type');
    response.writeHead(301, { location }).end();
  }

  private notFound(response: ServerResponse): void {
    let page = 'Not found';
    try {
      page = readFileSync(path.join(this.folder, MISSING_PAGE), 'utf8');
    } catch {
      // A site without a page for it gets the words alone.
    }
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    this.setHeaders(response, MISSING_PAGE);
    response.writeHead(404).end(page);
  }
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** Takes the port, or the next free one of ten. */
async function listen(server: Server, port: number): Promise<void> {
  for (let tried = 0; ; tried++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port === 0 ? 0 : port + tried, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tried >= 9) throw error;
    }
  }
}
