import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { shippedBrowser, starts } from './shipped-browser.ts';

/** A Chromium that starts on this machine. */
export interface FoundBrowser {
  executable: string;
  /** What must be added to the environment for it to start. */
  env: Record<string, string>;
  /** Where it comes from, for people. */
  from: string;
}

/** What of the machine decides the order; tests pass their own. */
export interface Machine {
  env: Record<string, string | undefined>;
  platform: NodeJS.Platform;
  isFile: (file: string) => boolean;
}

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];

const USUAL_PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) => COMMANDS.map((name) => `${folder}/${name}`)),
  darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((name) => [
    `/Applications/${name}.app/Contents/MacOS/${name}`,
    `~/Applications/${name}.app/Contents/MacOS/${name}`,
  ]),
  win32: ['%ProgramFiles%', '%ProgramFiles(x86)%', '%LocalAppData%'].flatMap((folder) => [
    String.raw`${folder}\Google\Chrome\Application\chrome.exe`,
    String.raw`${folder}\Chromium\Application\chrome.exe`,
    String.raw`${folder}\Microsoft\Edge\Application\msedge.exe`,
  ]),
};

/** The installed browsers worth trying, best first: those on PATH, then those at the usual places of the platform. */
export function installedBrowsers({ env, platform, isFile }: Machine): string[] {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(paths.delimiter).filter(Boolean);
  const onPath = COMMANDS.flatMap((name) => folders.map((folder) => paths.join(folder, platform === 'win32' ? `${name}.exe` : name)));
  const usual = (USUAL_PLACES[platform] ?? []).map((place) =>
    place.replace(/^~/, env['HOME'] ?? '~').replace(/%(.+?)%/, (whole, name: string) => env[name] ?? whole),
  );
  return [...new Set([...onPath, ...usual])].filter(isFile);
}

/**
 * A browser for the tests: `CHROMIUM_PATH`, else an installed one, else the one that `@sparticuz/chromium` carries, else Debian's
 * `chromium`, installed by apt-get when this process may.
 *
 * @throws when there is none, saying what to install.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROMIUM_PATH is ${named}, which is not a program. Expected the path of a Chromium or Chrome.`);
    return { executable: named, env: {}, from: 'CHROMIUM_PATH' };
  }
  const machine = { env: process.env, platform: process.platform, isFile: isProgram };
  for (const executable of installedBrowsers(machine)) {
    // Ubuntu's /usr/bin/chromium-browser may be a script that only recommends a snap; on Windows asking would open a window.
    if (process.platform === 'win32' || (await starts(executable))) return { executable, env: {}, from: 'installed' };
  }
  const shipped = await shippedBrowser();
  if (shipped) return shipped;
  if (process.getuid?.() === 0 && installWithApt() && (await starts('/usr/bin/chromium'))) {
    return { executable: '/usr/bin/chromium', env: {}, from: 'apt-get' };
  }
  throw new Error(
    'No browser found for the tests. Install Chromium or Google Chrome (Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), ' +
      'or set CHROMIUM_PATH to the program.',
  );
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installWithApt(): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env, timeout: 180_000 });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore', env, timeout: 300_000 });
    return true;
  } catch {
    return false;
  }
}
