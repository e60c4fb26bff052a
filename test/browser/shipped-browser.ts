import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from './project.ts';
import type { FoundBrowser } from './find-browser.ts';

const run = promisify(execFile);

/** Runs in a process of its own, because the package unpacks into whatever TMPDIR says. */
const UNPACK = `
  const [entry, ...archives] = process.argv.slice(1);
  const { inflate } = await import(entry);
  await Promise.all(archives.map((archive) => inflate(archive)));
`;

/**
 * The browser that the development dependency `@sparticuz/chromium` carries (Linux on x64, with glibc), unpacked once into
 * `.cache/chromium/<version>/`; `null` on other machines. Its own NSS libraries and fonts are used where the machine has none.
 */
export async function shippedBrowser(cache = path.join(PROJECT, '.cache', 'chromium')): Promise<FoundBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packageFolder = path.dirname(path.dirname(entry));
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(cache, version);
  const executable = path.join(folder, 'chromium');
  if (!existsSync(executable)) await unpack(packageFolder, entry, folder);

  const env: Record<string, string> = {};
  if (!(await starts(executable, env))) env['LD_LIBRARY_PATH'] = path.join(folder, 'al2023', 'lib');
  if (!(await starts(executable, env))) return null;
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_FILE'] = path.join(folder, 'fonts.conf');
  return { executable, env, from: `@sparticuz/chromium ${version}` };
}

/** Unpacks beside the final place and renames, so that test processes that start together cannot see half a browser. */
async function unpack(packageFolder: string, entry: string, folder: string): Promise<void> {
  const parent = path.dirname(folder);
  await mkdir(parent, { recursive: true });
  const partial = await mkdtemp(path.join(parent, 'unpacking-'));
  try {
    const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => path.join(packageFolder, 'bin', name));
    await run(process.execPath, ['--input-type=module', '--eval', UNPACK, entry, ...archives], {
      env: { ...process.env, TMPDIR: partial },
    });
    await writeFile(path.join(partial, 'fonts.conf'), fontsConf(folder));
    await rename(partial, folder);
  } catch (error) {
    if (!existsSync(path.join(folder, 'chromium'))) throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/** True when the program runs at all: every shared library it needs is there. */
export async function starts(executable: string, env: Record<string, string> = {}): Promise<boolean> {
  try {
    await run(executable, ['--version'], { env: { ...process.env, ...env }, timeout: 15_000 });
    return true;
  } catch {
    return false;
  }
}
