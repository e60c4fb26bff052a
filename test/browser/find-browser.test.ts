import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { findBrowser, installedBrowsers } from './find-browser.ts';
import { shippedBrowser, starts } from './shipped-browser.ts';

const machine = (platform: NodeJS.Platform, env: Record<string, string>, ...files: string[]) => ({
  platform,
  env,
  isFile: (file: string) => files.includes(file),
});

test.each([
  [
    'a browser on PATH comes before one at a usual place',
    machine('linux', { PATH: '/home/a/bin:/usr/bin' }, '/opt/google/chrome/chrome', '/home/a/bin/google-chrome'),
    ['/home/a/bin/google-chrome', '/opt/google/chrome/chrome'],
  ],
  [
    'Chromium comes before Chrome',
    machine('linux', { PATH: '/usr/bin' }, '/usr/bin/google-chrome', '/usr/bin/chromium'),
    ['/usr/bin/chromium', '/usr/bin/google-chrome'],
  ],
  [
    'on macOS applications are looked through, those of the person too',
    machine('darwin', { PATH: '/usr/bin', HOME: '/Users/a' }, '/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
    ['/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ],
  [
    'on Windows the program folders are looked through',
    machine(
      'win32',
      { Path: 'C:\\Windows', ProgramFiles: 'C:\\Program Files' },
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ),
    ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  ],
  ['a machine without a browser has none', machine('linux', { PATH: '/usr/bin' }), []],
])('%s', (_, given, expected) => {
  expect(installedBrowsers(given)).toEqual(expected);
});

test('CHROMIUM_PATH that is no program is an error that says so', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(findBrowser()).rejects.toThrow(
    'CHROMIUM_PATH is /nowhere/chromium, which is not a program. Expected the path of a Chromium or Chrome.',
  );
});

const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
test.runIf(process.arch === 'x64' && header.glibcVersionRuntime)(
  'the browser of the development dependency unpacks and starts, also when two processes ask at once',
  async () => {
    const cache = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-browser-'));
    onTestFinished(() => rmSync(cache, { recursive: true, force: true }));
    const [first, second] = await Promise.all([shippedBrowser(cache), shippedBrowser(cache)]);
    expect(first).toEqual(second);
    expect(await starts(first!.executable, first!.env)).toBe(true);
  },
);
