import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { asEnvironment, engineFolder, runOptions, type RunOptions } from '../log/run-options.ts';
import { keptRenderer, type Renderer } from './renderer.ts';

const require = createRequire(import.meta.url);

/** Renderers kept in a cache: that in use, and those of other base paths and of the version before. */
const KEPT = 4;

/** A renderer made once for this engine and base path, with the scripts, styles and fonts that its pages name. */
export interface KeptRenderer {
  renderer: Renderer;
  /** A hash of all the code that draws. */
  key: string;
  /** Folder of what every site has that it draws, whatever the log. */
  assets: string;
}

/** The renderer for the engine as it is: made when it was installed, or from the cache, or made by a build of Astro's. */
export async function rendererFor(options: RunOptions): Promise<KeptRenderer> {
  const key = await engineKey(options.base);
  const installed = path.join(installedRenderers(), key);
  const folder = (await isThere(installed)) ? installed : await fromCache(options, key);
  return {
    renderer: await keptRenderer(path.join(folder, 'server')),
    // How dates and numbers are written depends on the version of Node, too.
    key: `${key} ${process.versions.node}`,
    assets: path.join(folder, 'site'),
  };
}

/** Makes the renderer for the root path, which most sites are served under, beside the engine's code. Returns false where it was there. */
export async function installRenderer(): Promise<boolean> {
  const all = installedRenderers();
  const key = await engineKey('/');
  if (await isThere(path.join(all, key))) return false;
  const cache = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-renderer-'));
  const options = { ...runOptions(), cache, base: '/' };
  try {
    await rm(all, { recursive: true, force: true });
    await make(options, path.join(all, key));
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
  return true;
}

/** Takes out of the code where it was made, which it only has as names: it goes with the engine to other machines. */
async function forgetPlace(folder: string): Promise<void> {
  for (const file of (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.mjs'))) {
    const text = await readFile(path.join(folder, file), 'utf8');
    await writeFile(path.join(folder, file), text.replaceAll(engineFolder(), '/engine'));
  }
}

/** Where the engine has the renderer that came with it: below it, one folder for each key. */
function installedRenderers(): string {
  return path.join(engineFolder(), 'renderer');
}

async function fromCache(options: RunOptions, key: string): Promise<string> {
  const all = path.join(options.cache, 'renderer');
  const folder = path.join(all, key);
  if (!(await isThere(folder))) await make(options, folder);
  const now = new Date();
  await utimes(folder, now, now);
  await prune(all, key);
  return folder;
}

/** Has Astro build the renderer, in a temporary place first. The integration keeps the parts (see integration.ts). */
async function make(options: RunOptions, folder: string): Promise<void> {
  const temporary = `${folder}.${process.pid}.tmp`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(path.join(temporary, 'site'), { recursive: true });
  const out = path.join(temporary, 'site');
  const environment = { ...asEnvironment({ ...options, out }), DISCLOSURE_LOG_RENDERER: path.join(temporary, 'server') };
  const before = process.cwd();
  const { build } = await import('astro');
  Object.assign(process.env, environment, { ASTRO_TELEMETRY_DISABLED: '1' });
  // Astro puts what it needs in between below the working folder; two builds at once must not share one.
  process.chdir(temporary);
  try {
    await build({ root: engineFolder(), logLevel: 'error' });
    await forgetPlace(path.join(temporary, 'server'));
    await rename(temporary, folder).catch(async (error: unknown) => {
      // Another build was quicker.
      if (!(await isThere(folder))) throw error;
    });
  } finally {
    process.chdir(before);
    delete process.env['DISCLOSURE_LOG_RENDERER'];
    process.env['DISCLOSURE_LOG_OUT'] = options.out;
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Where Astro, building into `out`, puts the code that draws the pages: by its own rule, below the output or the working folder. */
export function serverFolder(out: string): string {
  const below = out.startsWith(process.cwd()) ? out : path.join(process.cwd(), '.astro');
  return path.join(below, '.prerender');
}

/** A hash of everything that decides how pages are drawn: our code, what it is built on, the base path. */
async function engineKey(base: string): Promise<string> {
  const engine = engineFolder();
  const hash = createHash('sha256').update(`${base}\n`);
  for (const folder of ['src', 'public'])
    for (const file of (await readdir(path.join(engine, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort())
      hash.update(`${path.relative(engine, file)}\n`).update(readFileSync(file));
  for (const file of [path.join(engine, 'astro.config.mjs'), path.join(engine, 'package.json'), require.resolve('astro/package.json')])
    hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

async function prune(all: string, used: string): Promise<void> {
  const names = (await readdir(all)).filter((name) => name !== used && !name.endsWith('.tmp'));
  // Another build may delete the same ones meanwhile.
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(path.join(all, name)).catch(() => null))?.mtimeMs ?? 0 })),
  );
  const old = aged.sort((a, b) => b.at - a.at).slice(KEPT - 1);
  await Promise.all(old.map(({ name }) => rm(path.join(all, name), { recursive: true, force: true })));
}

async function isThere(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => null)) !== null;
}
