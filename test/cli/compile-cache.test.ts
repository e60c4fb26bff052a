import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../../src/cli/bin.js', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'compile-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Asks for help, with a cache folder of the user's own. */
function help(env: Record<string, string>) {
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...inherited } = process.env;
  return spawnSync(process.execPath, [BIN, '--help'], { env: { ...inherited, ...env }, encoding: 'utf8' });
}

test.runIf(process.platform === 'linux')('what Node compiles is kept in the cache folder of the user', () => {
  expect(help({ XDG_CACHE_HOME: folder }).status).toBe(0);
  expect(readdirSync(path.join(folder, 'disclosure-log', 'code')).length).toBeGreaterThan(0);
});

test.runIf(process.platform === 'linux')('its threads and the processes that it starts find the same', () => {
  const code = `import { keepCompiledCode } from ${JSON.stringify(new URL('../../src/cli/compile-cache.js', import.meta.url).href)};
    keepCompiledCode();
    const { Worker } = await import('node:worker_threads');
    new Worker('process.stdout.write(String(require("node:module").getCompileCacheDir()))', { eval: true, execArgv: [] });`;
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...inherited } = process.env;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...inherited, XDG_CACHE_HOME: folder },
    encoding: 'utf8',
  });
  expect(stdout).toContain(path.join(folder, 'disclosure-log', 'code'));
});

test('a cache folder that cannot be made is no fault', () => {
  const file = path.join(folder, 'a-file');
  writeFileSync(file, '');
  const { status, stdout, stderr } = help({ XDG_CACHE_HOME: file, LOCALAPPDATA: file });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('disclosure-log');
});

test('Node’s own switch is heeded', () => {
  help({ XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(existsSync(path.join(folder, 'disclosure-log'))).toBe(false);
});
