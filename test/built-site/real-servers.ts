import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

/** A site on disk as a server is given it. */
export interface PlacedSite {
  /** The folder that the server serves; the site is in it at its base path. */
  root: string;
  /** The folder of the site. */
  site: string;
  /** The folder with the hosts' files. */
  hosts: string;
  /** An empty folder for the server's own files. */
  place: string;
}

export interface RealServer {
  origin: string;
  stop: () => Promise<void>;
}

/** A server of this machine, or why it is not there. */
export interface ServerKind {
  name: string;
  missing: string | null;
  start: (this: void, site: PlacedSite) => Promise<RealServer>;
}

const found = (name: string) =>
  [`/usr/sbin/${name}`, `/usr/bin/${name}`, `/usr/local/bin/${name}`, `/usr/local/sbin/${name}`].find((file) => existsSync(file)) ?? null;

const APACHE_MODULES = ['/usr/lib/apache2/modules', '/usr/lib/httpd/modules'].find((folder) => existsSync(folder)) ?? '';
const BROTLI = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules']
  .map((folder) => path.join(folder, 'ngx_http_brotli_static_module.so'))
  .find((file) => existsSync(file));
/** Whether nginx has the module that sends `.br`. */
export const HAS_BROTLI = BROTLI !== undefined;
const isRoot = process.getuid?.() === 0;

function kind(name: string, binary: string, start: (binary: string, site: PlacedSite, port: number) => Promise<string[]>): ServerKind {
  const file = found(binary);
  return {
    name,
    missing: file ? null : `${binary} is not installed on this machine`,
    start: async (site) => {
      const port = await freePort();
      return run(file ?? binary, await start(file ?? binary, site, port), port, site.place);
    },
  };
}

export const SERVERS: readonly ServerKind[] = [
  kind('nginx', 'nginx', async (_, { root, hosts, place }, port) => {
    const server = path.join(hosts, 'nginx/server.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${place}/${name};`).join(' ');
    const text = `${BROTLI ? `load_module ${BROTLI};` : ''}
daemon off; worker_processes 1; pid ${place}/pid; error_log ${place}/error.log; ${isRoot ? 'user root;' : ''}
events {}
http {
  access_log off; ${temporary}
  include ${hosts}/nginx/http.conf;
  server { listen 127.0.0.1:${port}; root ${root}; ${BROTLI ? 'brotli_static on;' : ''} include ${server}; }
}
`;
    await writeFile(path.join(place, 'nginx.conf'), text);
    return ['-c', path.join(place, 'nginx.conf'), '-e', path.join(place, 'error.log')];
  }),
  kind('Apache with .htaccess', 'apache2', (_, site, port) => apache(site, port, 'AllowOverride All')),
  kind('Apache with the include', 'apache2', (_, site, port) =>
    apache(site, port, 'AllowOverride None', `Define DISCLOSURE_LOG ${site.site}\nInclude ${site.hosts}/apache/include.conf\n`),
  ),
  kind('Caddy', 'caddy', async (_, { root, hosts, place }, port) => {
    const text = `{\nadmin off\nauto_https off\nstorage file_system ${place}/storage\n}\nhttp://127.0.0.1:${port} {\nroot * ${root}\nimport ${hosts}/caddy/disclosure-log.caddy\n}\n`;
    await writeFile(path.join(place, 'Caddyfile'), text);
    return ['run', '--config', path.join(place, 'Caddyfile'), '--adapter', 'caddyfile'];
  }),
];

async function apache({ root, place }: PlacedSite, port: number, override: string, more = ''): Promise<string[]> {
  const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'alias', 'headers', 'rewrite', 'setenvif'];
  const loads = modules.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`).join('\n');
  const text = `ServerRoot ${place}
PidFile ${place}/pid
DefaultRuntimeDir ${place}
ErrorLog ${place}/error.log
ServerName localhost
Listen 127.0.0.1:${port}
${loads}
TypesConfig ${existsSync('/etc/mime.types') ? '/etc/mime.types' : '/dev/null'}
${isRoot ? 'User www-data\nGroup www-data' : ''}
DocumentRoot ${root}
<Directory ${root}>
Require all granted
${override}
</Directory>
${more}`;
  await writeFile(path.join(place, 'apache.conf'), text);
  return ['-f', path.join(place, 'apache.conf'), '-D', 'FOREGROUND'];
}

/** What a server wrote into its error log. */
const logOf = (place: string) => readFileSync(path.join(place, 'error.log'), { encoding: 'utf8', flag: 'a+' });

/** Starts a server in the foreground, waits until it answers, and tells what it said where it does not. */
async function run(binary: string, args: string[], port: number, place: string): Promise<RealServer> {
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: '/tmp' } });
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  let hasEnded = false;
  const ended = new Promise<void>((resolve) =>
    child.on('close', () => {
      hasEnded = true;
      resolve();
    }),
  );
  const origin = `http://127.0.0.1:${port}`;
  for (let tried = 0; tried < 200; tried++) {
    if (hasEnded) throw new Error(`${binary} did not start.\n${said}${logOf(place)}`);
    const answered = await fetch(`${origin}/`, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
    if (answered)
      return {
        origin,
        stop: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`${binary} does not answer.\n${said}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}
