import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { headersFor } from '../log/headers.ts';

export interface RunningServer {
  /** `http://localhost:4321/` */
  address: string;
  close(): Promise<void>;
}

/** Serves a built site as a static host would: folders by their index.html, unknown paths by its 404 page. */
export async function serveFolder(folder: string, { port, base = '/' }: { port: number; base?: string }): Promise<RunningServer> {
  const prefix = `/${base.replace(/^\/+|\/+$/g, '')}`.replace(/\/$/, '');
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response, pathname) =>
      void Object.entries(headersFor(pathname)).forEach(([name, value]) => response.setHeader(name, value)),
  });
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (prefix && !(request.url ?? '').startsWith(`${prefix}/`)) {
      if (request.url === '/' || request.url === prefix) return void response.writeHead(302, { location: `${prefix}/` }).end();
      return notFound(folder, response);
    }
    const [pathname = '', query] = (request.url ?? '/').slice(prefix.length).split('?', 2);
    // A folder without its slash is sent on, as every static host does.
    if (!pathname.endsWith('/') && path.extname(pathname) === '')
      return void response
        .writeHead(301, { location: `${prefix}${pathname.replace(/^\/{2,}/, '/')}/${query === undefined ? '' : `?${query}`}` })
        .end();
    request.url = pathname + (query === undefined ? '' : `?${query}`);
    // sirv leaves `#`, `&` and the like encoded, which a file name may hold; it takes an address that is parsed already.
    Object.assign(request, { _parsedUrl: { raw: request.url, pathname: decode(pathname) } });
    files(request, response, () => notFound(folder, response));
  };
  const server = createServer(answer);
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${taken}${prefix}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function notFound(folder: string, response: ServerResponse): void {
  let page = 'Not found';
  try {
    page = readFileSync(path.join(folder, '404.html'), 'utf8');
  } catch {
    // A site without a page for it gets the words alone.
  }
  response.writeHead(404, { ...headersFor('/404.html'), 'content-type': 'text/html; charset=utf-8' }).end(page);
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
