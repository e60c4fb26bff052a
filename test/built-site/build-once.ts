import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveFolder } from '../../src/cli/static-server.ts';
import { launchBrowserServer } from '../browser/launch.ts';
import { PROJECT } from '../browser/project.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built sample log on disk. */
    folder: string;
    /** Where it is served, with the headers that `disclosure-log serve` sends: `http://localhost:40123`. */
    origin: string;
    /** Where the one browser of all these tests listens: see browser.ts. */
    browser: string;
  }
}

/**
 * Builds the sample log once for all tests of this project, from nothing, by the command that a user gives, serves it, and starts a browser.
 * `BUILT_SITE=dist` takes a site that is there already, for people who change a test.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = process.env['BUILT_SITE'] ? path.resolve(process.env['BUILT_SITE']) : await build();
  const server = await serveFolder(folder, { port: 0 });
  project.provide('folder', folder);
  project.provide('origin', server.address.replace(/\/$/, ''));
  const browser = await launchBrowserServer();
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}

async function build(): Promise<string> {
  const place = path.join(PROJECT, '.cache', 'test', 'built-site');
  await rm(place, { recursive: true, force: true });
  const folder = path.join(place, 'site');
  const command = [path.join(PROJECT, 'src', 'cli', 'bin.js'), 'build'];
  const options = ['--log', path.join(PROJECT, 'content'), '--out', folder, '--cache', path.join(place, 'cache')];
  const { status, stderr } = spawnSync(process.execPath, [...command, ...options], { cwd: PROJECT, encoding: 'utf8', timeout: 300_000 });
  if (status !== 0) throw new Error(`The sample log does not build.\n${stderr}`);
  return folder;
}
