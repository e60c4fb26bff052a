import { expect, test } from 'vitest';
import { planStart, tooOld } from '../../src/cli/node-version.js';

const HOOK = 'file:///strip-types.js';

test.each([
  ['18.20.8', 'newer'],
  ['20.20.2', 'newer'],
  ['22.11.0', 'newer'],
  ['22.12.0', 'again'],
  ['22.17.1', 'again'],
  ['22.18.0', 'here'],
  ['23.11.1', 'again'],
  ['24.2.0', 'again'],
  ['24.3.0', 'here'],
  ['24.21.0', 'here'],
  ['26.0.0', 'here'],
  ['100.0.0', 'here'],
  ['', 'newer'],
])('Node %s: %s', (version, start) => {
  expect(planStart(version, false, HOOK)).toMatchObject({ start });
});

test.each([
  ['22.14.0', 'newer'],
  ['22.15.0', 'again'],
  ['23.4.0', 'newer'],
  ['23.5.0', 'again'],
  ['24.21.0', 'again'],
])('Node %s, installed in node_modules: %s', (version, start) => {
  expect(planStart(version, true, HOOK)).toMatchObject({ start });
});

test('a Node that needs a flag gets it, and one that strips no types in node_modules gets the hook', () => {
  expect(planStart('22.12.0', false, HOOK)).toEqual({
    start: 'again',
    options: ['--disable-warning=ExperimentalWarning', '--experimental-strip-types'],
  });
  expect(planStart('24.21.0', true, HOOK)).toEqual({
    start: 'again',
    options: ['--disable-warning=ExperimentalWarning', `--import=${HOOK}`],
  });
});

test('where no Node will do, one sentence says what is needed, what is there and how to mend it', () => {
  expect(tooOld('20.20.2', '22.12')).toMatchInlineSnapshot(
    `"disclosure-log needs Node 22.12 or newer, and this is Node 20.20.2: install a newer one from https://nodejs.org, or add one to this folder with: npm install --save-dev node@24"`,
  );
});
