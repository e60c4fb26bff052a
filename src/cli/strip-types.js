/*
 * Lets the TypeScript of this package run where it is installed below a node_modules folder: Node itself strips no types there.
 * Loaded by bin.js with `--import`, so that every thread and process of a command has it. Only our own files are touched.
 */
import { readFileSync } from 'node:fs';
import * as module from 'node:module';

const ours = new URL('../', import.meta.url).href;

module.registerHooks({
  load(url, context, nextLoad) {
    const [file = url] = url.split(/[?#]/);
    if (!file.startsWith(ours) || !file.endsWith('.ts')) return nextLoad(url, context);
    return { format: 'module', shortCircuit: true, source: module.stripTypeScriptTypes(readFileSync(new URL(file), 'utf8')) };
  },
});
