/*
 * Run when the engine is installed in a folder of its own (`prepare` in package.json): puts the command where npm puts those of packages that are
 * installed. For the package itself npm does not, and `npx disclosure-log` installs it anew somewhere else each time, which takes longer than many
 * a command. On Windows, where such a link is no program, that stays as it is.
 */
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { engineFolder } from '../log/run-options.ts';

const LINK = path.join(engineFolder(), 'node_modules', '.bin', 'disclosure-log');

if (process.platform !== 'win32')
  try {
    mkdirSync(path.dirname(LINK), { recursive: true });
    symlinkSync(path.relative(path.dirname(LINK), path.join(import.meta.dirname, 'bin.js')), LINK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      process.stderr.write(`npx disclosure-log will start slowly: ${(error as Error).message}\n`);
  }
