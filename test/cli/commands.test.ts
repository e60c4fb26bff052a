import { spawnSync } from 'node:child_process';
import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMAND_NAMES, loadCommand, loadCommands } from '../../src/cli/commands.ts';
import { PROJECT } from '../browser/project.ts';

test('each command is loaded by its own name, in the order of the help', async () => {
  expect((await loadCommands()).map(({ name }) => name)).toEqual(COMMAND_NAMES);
  for (const name of COMMAND_NAMES) expect((await loadCommand(name))?.name).toBe(name);
});

test.each(['', 'bild', 'toString', '__proto__'])('no command is called %o', async (name) => {
  expect(await loadCommand(name)).toBeNull();
});

test.skipIf(process.platform === 'win32')('npx finds the command of a checkout where it finds those of packages', () => {
  const link = path.join(PROJECT, 'node_modules/.bin/disclosure-log');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(realpathSync(link)).toBe(realpathSync(path.join(PROJECT, 'src/cli/bin.js')));
});

test.each([
  [['bild'], 'Unknown command “bild”, expected perhaps “build”.\nSee disclosure-log --help.\n'],
  [['help', 'chek'], 'Unknown command “chek”, expected perhaps “check”.\nSee disclosure-log --help.\n'],
  [['build', '--outt', 'x'], 'Unknown option --outt, expected perhaps --out.\nSee disclosure-log build --help.\n'],
])('%o is told with what may be meant', (args, expected) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(PROJECT, 'src/cli/bin.js'), ...args], { encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([2, '', expected]);
});
