import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../browser/project.ts';

const guide = readFileSync(path.join(PROJECT, 'docs/supply-chain.md'), 'utf8');
const project = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};

/** The packages that the table's rows begin with. */
const explained = [...guide.matchAll(/^\| (`.*?`) +\|/gm)].flatMap(([, names = '']) =>
  [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
);

test('each dependency has its reason, and nothing has one that is no dependency', () => {
  expect(explained.toSorted()).toEqual(Object.keys(project.dependencies).toSorted());
});

test('the guide names the packages that may run a script when they are installed', () => {
  for (const name of Object.keys(project.allowScripts)) expect(guide).toContain(`\`${name}\` `);
});
