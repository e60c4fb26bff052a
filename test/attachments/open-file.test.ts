import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFile } from '../../src/attachments/open-file.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => path.join(folder, name);

test('a file is read whole, with its hash', async () => {
  writeFileSync(at('a.txt'), 'abc');
  const { bytes, sha256 } = await openFile(at('a.txt'));
  expect(Buffer.from(bytes).toString()).toBe('abc');
  expect(sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a link is refused, and so is what is no file', async () => {
  writeFileSync(at('a.txt'), 'abc');
  symlinkSync(at('a.txt'), at('link.txt'));
  await expect(openFile(at('link.txt'))).rejects.toThrow('symbolic link');
  await expect(openFile(folder)).rejects.toThrow('no ordinary file');
  await expect(openFile(at('nowhere'))).rejects.toThrow('not there');
  await expect(openFile('/dev/zero')).rejects.toThrow('no ordinary file');
});

test.skipIf(process.platform === 'win32')('a pipe does not make it wait', async () => {
  execFileSync('mkfifo', [at('pipe')]);
  await expect(openFile(at('pipe'))).rejects.toThrow('no ordinary file');
});

test.skipIf(process.platform !== 'linux')('a file that is not what it was when it was opened is refused', async () => {
  // The system says that it is empty, and it is not: as if it had grown meanwhile.
  await expect(openFile('/proc/self/status')).rejects.toThrow('it changed while it was read');
});

test('a file larger than any answer is refused before it is read', async () => {
  writeFileSync(at('large'), '');
  truncateSync(at('large'), 300 * 1024 * 1024);
  await expect(openFile(at('large'))).rejects.toThrow('300 MB, and at most 200 MB');
});
