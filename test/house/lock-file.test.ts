import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../browser/project.ts';

interface Package {
  version: string;
  dev?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(path.join(PROJECT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Package> };
const settings = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as { allowScripts: Record<string, boolean> };

/** The locked package that `name` means inside the package at `from`, looked up folder by folder as Node does. */
function locked(from: string, name: string): Package | undefined {
  const folders = from.split(/(?:^|\/)(?=node_modules\/)/);
  for (let length = folders.length; length >= 0; length--) {
    const found = lock.packages[[...folders.slice(0, length), `node_modules/${name}`].filter(Boolean).join('/')];
    if (found) return found;
  }
  return undefined;
}

test('the lock names the program of every platform, so that npm ci works on each', () => {
  const missing = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, wanted]) => {
        const found = locked(from, name);
        return !found || (/^\d/.test(wanted) && found.version !== wanted);
      })
      .map(([name, wanted]) => `${name}@${wanted} for ${from}`),
  );
  expect(missing).toEqual([]);
});

test('the lock points to no particular registry', () => {
  expect(JSON.stringify(lock)).not.toContain('"resolved":"http');
});

test('install scripts are allowed to the Node that npm scripts run on', () => {
  expect(settings.allowScripts).toMatchObject({ node: true });
});
