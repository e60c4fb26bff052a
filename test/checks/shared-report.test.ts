import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CheckOptions } from '../../src/checks/check-files.ts';
import { sharedReport } from '../../src/checks/shared-report.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'));
  writeFileSync(path.join(folder, 'a.txt'), 'AB123456C');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('whoever asks for the same files gets the same report, and of others, or with other words allowed, another', async () => {
  const options: CheckOptions = {
    engine: path.join(import.meta.dirname, '../..'),
    cache: path.join(folder, 'cache'),
    log: folder,
    allowed: [],
  };
  const files = [{ path: path.join(folder, 'a.txt'), file: 'a.txt', acknowledged: [] }];
  const first = sharedReport(files, options);
  expect(sharedReport(structuredClone(files), { ...options })).toBe(first);
  expect((await first).findings.map(({ rule }) => rule)).toEqual(['national-insurance-number']);
  const others = [
    sharedReport([], options),
    sharedReport(files, { ...options, allowed: ['x'] }),
    sharedReport(files, { ...options, log: null }),
    sharedReport(files, { ...options, cache: path.join(folder, 'other') }),
  ];
  expect(new Set([first, ...others]).size).toBe(5);
  await Promise.all(others);
});
