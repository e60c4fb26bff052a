/*
 * How many files of a folder the checks stop or warn about, by kind and by rule: a measure of false alarms, for folders of files that hide nothing.
 *
 *   npm run bench:alarms -- DIR [DIR …]
 *
 * Prints each file that is stopped, with what is said of it: whoever reads it judges whether it is true.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkFiles } from '../src/checks/check-files.ts';
import { findLooseFiles } from '../src/cli/loose-files.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Expected a folder of files: npm run bench:alarms -- DIR [DIR …]');
  process.exit(2);
}
const files = findLooseFiles(folders).files.map((file) => ({ path: path.resolve(file), file, acknowledged: [] }));
const cache = mkdtempSync(path.join(os.tmpdir(), 'alarms-'));
const started = performance.now();
const report = await checkFiles(files, { engine: path.resolve(import.meta.dirname, '..'), cache, log: null, allowed: [] });
rmSync(cache, { recursive: true });

const kindOf = new Map(report.files.map(({ file, kind }) => [file, kind ?? 'other']));
const stopped = new Map<string, string[]>();
const warned = new Set<string>();
const byRule = new Map<string, Set<string>>();
for (const { file, rule, severity, message } of report.findings) {
  if (severity === 'block') stopped.set(file, [...(stopped.get(file) ?? []), `${rule}: ${message}`]);
  else warned.add(file);
  const name = `${severity}\t${rule}`;
  byRule.set(name, (byRule.get(name) ?? new Set()).add(file));
}
for (const [file, said] of stopped) console.log(`${file}\n  ${said.join('\n  ')}`);
console.log();
for (const [rule, of] of [...byRule].sort(([, one], [, other]) => other.size - one.size)) console.log(`${of.size}\t${rule}`);
console.log();
const share = (part: number, of: number) => `${part} (${((100 * part) / of).toFixed(1)} %)`;
for (const kind of [...new Set(kindOf.values())].sort()) {
  const all = [...kindOf].filter(([, its]) => its === kind).map(([file]) => file);
  const count = (of: { has(file: string): boolean }) => share(all.filter((file) => of.has(file)).length, all.length);
  console.log(`${kind}: ${all.length} files, ${count(stopped)} stopped, ${count(warned)} warned about`);
}
console.log(`${files.length} files in ${((performance.now() - started) / 1000).toFixed(0)} s`);
