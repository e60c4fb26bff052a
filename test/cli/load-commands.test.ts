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
