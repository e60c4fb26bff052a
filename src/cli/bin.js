#!/usr/bin/env node
/*
 * Starts the command line, which is TypeScript, under a Node that can run it. Plain JavaScript, because an old Node reads this file:
 * it looks for a newer one in node_modules, as the `node` package puts there, before it asks for one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepCompiledCode } from './compile-cache.js';
import { planStart, tooOld } from './node-version.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const installed = here.split(path.sep).includes('node_modules');
const hook = new URL('strip-types.js', import.meta.url).href;

/** Set for the process that is started again, so that it starts no third. */
const MARK = 'DISCLOSURE_LOG_STARTED_AGAIN';
const again = process.env[MARK] === '1';
delete process.env[MARK];

const plan = planStart(process.versions.node, installed, hook);
if (plan.start === 'here' || (again && plan.start === 'again')) {
  keepCompiledCode();
  const { run } = await import('./main.ts');
  process.exitCode = await run(process.argv.slice(2));
} else if (plan.start === 'again') {
  startAgain(process.execPath, plan.options);
} else {
  const newer = findNewer();
  if (newer) startAgain(newer.node, newer.options);
  else {
    process.stderr.write(`${tooOld(process.versions.node, plan.needed)}\n`);
    process.exitCode = 2;
  }
}

/** A Node that will do, in the node_modules of the working directory, of this package, or of a folder above either. */
function findNewer() {
  for (const folder of [...upwards(process.cwd()), ...upwards(here)]) {
    for (const place of ['.bin/node', 'node/bin/node', 'node/bin/node.exe']) {
      const node = path.join(folder, 'node_modules', place);
      if (!existsSync(node)) continue;
      const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout || '';
      const its = planStart(version.trim().replace(/^v/, ''), installed, hook);
      if (its.start !== 'newer') return { node, options: its.start === 'again' ? its.options : [] };
    }
  }
  return null;
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function upwards(folder) {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
}

/**
 * Runs this command in another process and ends as that one ends.
 *
 * @param {string} node
 * @param {string[]} options
 */
function startAgain(node, options) {
  const NODE_OPTIONS = [process.env['NODE_OPTIONS'], ...options].filter(Boolean).join(' ');
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, [MARK]: '1', ...(NODE_OPTIONS && { NODE_OPTIONS }) },
  });
  // A terminal sends Ctrl-C to both processes; whatever else sends it, sends it to this one alone.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('error', (error) => {
    process.stderr.write(`${node} did not start: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? os.constants.signals[signal] : 0)));
}
