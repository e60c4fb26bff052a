import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { exportCommand } from '../../src/cli/export.ts';
import { processTerminal } from '../../src/cli/terminal.ts';
import { canaryLog } from '../built-site/canary-log.ts';

const PROJECT = path.join(import.meta.dirname, '../..');
const BROKEN = path.join(PROJECT, 'test/fixtures/broken-log');
let home: string;

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'));
  for (const [file, text] of Object.entries(canaryLog(false))) {
    await mkdir(path.dirname(path.join(home, 'log', file)), { recursive: true });
    await writeFile(path.join(home, 'log', file), text);
  }
});
afterAll(() => rm(home, { recursive: true, force: true }));

interface Ran {
  code: number | null;
  out: string;
  note: string;
}

/** Runs `export` in `home`. @param most characters of standard output after which its reader goes away */
function run(args: string[], most = Infinity): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(PROJECT, 'src/cli/bin.js'), 'export', '--cache', 'cache', ...args], {
      cwd: home,
      env: { ...process.env, NO_COLOR: '1' },
    });
    const ran: Ran = { code: null, out: '', note: '' };
    child.stdout.on('data', (data: Buffer) => {
      ran.out += data.toString();
      if (ran.out.length > most) child.stdout.destroy();
    });
    child.stderr.on('data', (data: Buffer) => (ran.note += data.toString()));
    child.on('close', (code) => resolve({ ...ran, code }));
  });
}

test('entries go to standard output, one a line, and what is said of them to standard error', async () => {
  const { code, out, note } = await run(['--log', 'log', '--site', 'https://foi.example', '--base', 'foi']);
  expect(code).toBe(0);
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    {
      id: 's-1-24',
      address: 'https://foi.example/foi/disclosures/s-1-24/',
      questions: [
        { number: '1', answer: 'Twelve zqshownanswer lamps, in this table.' },
        { number: '2', exemptions: ['FOIA 43(2)'] },
      ],
    },
  ]);
  expect(note).toMatch(/(^|\n)1 entry exported\.\n$/);
});

test.each([
  ['ndjson', []],
  ['opensearch', ['--index', 'foi-2026']],
  ['mapping', ['--mapping']],
])('no byte of what must stay in the folder is in %s', async (what, options) => {
  const format = what === 'mapping' ? [] : ['--format', what];
  const { code, out } = await run(['--log', 'log', ...format, ...options]);
  expect({ code, hidden: /zqhidden/i.exec(out) }).toEqual({ code: 0, hidden: null });
  expect(out).toContain(what === 'mapping' ? '"nested"' : 'zqshownanswer');
  if (what === 'opensearch') expect(out).toMatch(/^\{"index":\{"_index":"foi-2026","_id":"s-1-24"\}\}\n\{"id":"s-1-24",.+\}\n$/);
});

test('a file takes the place of an earlier export, and of nothing else', async () => {
  await mkdir(path.join(home, 'out'));
  expect(await run(['--log', 'log', '--out', 'out/log.ndjson'])).toMatchObject({
    code: 0,
    out: '',
    note: expect.stringContaining(`1 entry exported: ${path.join('out', 'log.ndjson')}.`) as string,
  });
  expect((await run(['--log', 'log', '--out', 'out/log.ndjson', '--format', 'opensearch'])).code).toBe(0);
  expect(await readFile(path.join(home, 'out/log.ndjson'), 'utf8')).toMatch(/^\{"index":/);
  expect(await readdir(path.join(home, 'out'))).toEqual(['log.ndjson']);
  const settings = await run(['--log', 'log', '--out', 'log/log.yaml']);
  expect(settings).toMatchObject({ code: 2, note: expect.stringContaining('it is not an export') as string });
  expect(await readFile(path.join(home, 'log/log.yaml'), 'utf8')).toBe(canaryLog(false)['log.yaml']);
});

describe('of a broken log', () => {
  test.each([
    ['entries', []],
    ['a mapping', ['--mapping']],
  ])('%s: every error is said, the exit code is 1, nothing is written', async (what, options) => {
    const file = path.join(home, `earlier-${options.length}.ndjson`);
    await writeFile(file, '{"id":"earlier"}\n');
    const both = [['--out', file], []].map((to) => run(['--log', BROKEN, ...options, ...to]));
    for (const { code, out, note } of await Promise.all(both)) {
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(note.match(/ {2}error {2}/g)?.length).toBeGreaterThanOrEqual(what === 'entries' ? 20 : 1);
      expect(note).toContain('Nothing was written.');
    }
    expect(await readFile(file, 'utf8')).toBe('{"id":"earlier"}\n');
  });
});

test('a file of a published entry that blocks a build blocks the export, which would give away its name and address', async () => {
  const entry = (reference: string, more: string) =>
    `---\ntitle: Lamps\nreference: ${reference}\noutcome: granted\n${more}attachments:\n  - {file: list.csv, title: List}\n---\n## Response\nSee the list.\n`;
  const log = path.join(home, 'leaking');
  const folder = path.join(log, 'disclosures/2024/one');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(log, 'log.yaml'), 'authority: X\nlaw: foia\nsite: https://foi.example\ntopics: {}\n');
  await writeFile(path.join(folder, 'list.csv'), 'Name,Number\nZebedee Quill,QQ 12 34 56 C\nOttoline Marsh,AB 12 34 56 C\n');

  await writeFile(path.join(folder, 'index.md'), entry('1/24', ''));
  const file = path.join(home, 'leaking.ndjson');
  const blocked = await run(['--log', 'leaking', '--out', 'leaking.ndjson']);
  expect({ code: blocked.code, out: blocked.out }).toEqual({ code: 1, out: '' });
  expect(blocked.note).toMatch(/list\.csv.* {2}error {2}.*\[national-insurance-number\]/);
  expect(blocked.note).toMatch(/Nothing was written\.\n$/);
  await expect(readFile(file, 'utf8')).rejects.toThrow('ENOENT');

  await writeFile(path.join(folder, 'index.md'), entry('1/24', 'status: draft\n'));
  expect(await run(['--log', 'leaking'])).toMatchObject({ code: 0, out: '' });
});

test('a reader that has had enough ends it quietly', async () => {
  const entry = (index: number) =>
    `---\ntitle: About ${index}\nreference: ${index}/24\noutcome: granted\n---\n## Response\n${'Nine of these. '.repeat(4000)}\n`;
  for (let index = 1; index <= 20; index++) {
    const folder = path.join(home, 'long/disclosures/2024', String(index));
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'index.md'), entry(index));
  }
  await writeFile(path.join(home, 'long/log.yaml'), 'authority: X\nlaw: foia\nsite: https://foi.example\ntopics: {}\n');
  const whole = await run(['--log', 'long']);
  expect(whole.out.length).toBeGreaterThan(1_000_000);
  const { code, out, note } = await run(['--log', 'long'], 1);
  expect({ code, note }).toEqual({ code: 0, note: '' });
  expect(out.length).toBeLessThan(whole.out.length);
});

test.each([
  [['--format', 'csv'], 'Unexpected --format csv, expected ndjson or opensearch'],
  [['--index', 'foi'], 'Unexpected --index, expected it with --format opensearch'],
  [
    ['--format', 'opensearch', '--index', '_all'],
    'Unexpected --index _all, expected a name of lower-case letters, digits, “-”, “_” and “.” that begins with a letter or digit',
  ],
  [
    ['--format', 'opensearch', '--index', 'FOI'],
    'Unexpected --index FOI, expected a name of lower-case letters, digits, “-”, “_” and “.” that begins with a letter or digit',
  ],
  [
    ['--site', 'foi.example'],
    'Unexpected --site foi.example, expected an address without a path, such as https://foi.example.org (a path goes into --base)',
  ],
  [['--out', os.tmpdir()], `Unexpected --out ${os.tmpdir()}, expected a file, found a folder, a link or a device`],
])('%j is wrong usage', async (options, message) => {
  const given = options.reduce((values, option, index) => (index % 2 ? values : { ...values, [option.slice(2)]: options[index + 1] }), {});
  const invocation = { values: { format: 'ndjson', base: '/', ...given }, operands: [], log: path.join(home, 'log'), cache: home };
  await expect(exportCommand.run({ ...invocation, terminal: processTerminal() })).rejects.toThrow(new UsageError(message));
});
