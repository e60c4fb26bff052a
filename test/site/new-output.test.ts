import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NewOutput } from '../../src/site/new-output.ts';

let home: string;
beforeEach(() => void (home = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const all = () => readdirSync(home, { recursive: true }).sort();
const pages = (count: number) => Array.from({ length: count }, (_, number) => `disclosures/${number}/a/index.html`);

test('folders that a thread made ahead take files; those that took none are gone, with what was around them', async () => {
  const out = new NewOutput(home);
  out.makeAhead(pages(1200));
  for (const file of ['disclosures/1/a/index.html', 'disclosures/1199/a/index.html', 'about/index.html']) out.write(file, 'Nine.');
  await out.settle();
  expect(all()).toEqual(
    [
      'about',
      'about/index.html',
      'disclosures',
      ...['1', '1199'].flatMap((name) => ['', '/a', '/a/index.html'].map((rest) => `disclosures/${name}${rest}`)),
    ].sort(),
  );
});

test('a few folders are made when they are needed', async () => {
  const out = new NewOutput(home);
  out.makeAhead(pages(20));
  await out.settle();
  expect(all()).toEqual([]);
});

test('a thread that cannot make its folders leaves it to what is written to say so', async () => {
  const out = new NewOutput(home);
  mkdirSync(path.join(home, 'disclosures'));
  out.write('disclosures/0', 'A file where a folder should be.');
  out.makeAhead(pages(1200));
  await out.settle();
  expect(all()).toEqual(['disclosures', 'disclosures/0']);
  expect(() => out.write('disclosures/0/a/index.html', 'Nine.')).toThrow('ENOTDIR');
});
