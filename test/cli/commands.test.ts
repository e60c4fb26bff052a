import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PROJECT = path.join(import.meta.dirname, '../..');
const BROKEN = path.join(PROJECT, 'test/fixtures/broken-log');
let home: string;

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Runs the command line as a person would, in `home`. */
function run(...args: string[]): Promise<{ code: number | null; out: string; note: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(PROJECT, 'src/cli/bin.js'), ...args], {
      cwd: home,
      env: { ...process.env, NO_COLOR: '1' },
    });
    let out = '';
    let note = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (note += data.toString()));
    child.on('close', (code) => resolve({ code, out, note }));
  });
}

describe('wrong usage is answered with what was expected, and exit 2', () => {
  test.each([
    [['biuld'], 'Unknown command “biuld”, expected perhaps “build”'],
    [['help', 'chek'], 'Unknown command “chek”, expected perhaps “check”'],
    [['check', '--fromat', 'json'], 'Unknown option --fromat, expected perhaps --format'],
    [['check', '--format', 'xml'], 'Unexpected --format xml, expected text, json, sarif or github'],
    [['read'], 'Missing FILE.md, expected: disclosure-log read FILE.md [--json]'],
    [['read', 'nowhere.md'], 'No file nowhere.md'],
    [['build', 'content'], 'Unexpected “content”'],
    [['build', '--base', '/a b/'], 'Unexpected --base /a b/'],
    [['build', '--site', 'foi.example.org'], 'Unexpected --site foi.example.org'],
    [['serve', 'nowhere'], 'No site in'],
    [['serve', '--port', 'x'], 'No site in'],
  ])('%j', async (args, message) => {
    const { code, out, note } = await run(...args);
    expect(note).toContain(message);
    expect(note).toContain('--help');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('no command at all shows what there is', async () => {
    const { code, out } = await run();
    expect(code).toBe(2);
    for (const command of ['build', 'check', 'export', 'import', 'preview', 'read', 'serve'])
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
  });
});

test.each(['build', 'check', 'export', 'import', 'preview', 'read', 'serve'])(
  '%s --help says what it does, takes and returns',
  async (command) => {
    const { code, out } = await run(command, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`usage: disclosure-log ${command}`);
    expect(out).toContain('examples:');
    expect(out).toContain('--log DIR');
  },
);

test('--version is that of the package', async () => {
  const { version } = JSON.parse(await readFile(path.join(PROJECT, 'package.json'), 'utf8')) as { version: string };
  expect((await run('--version')).out).toBe(`${version}\n`);
});

describe('check', () => {
  test('prints every finding with its place and mend, sums them up, and exits with 1', async () => {
    const { code, out, note } = await run('check', '--log', BROKEN, '--cache', 'cache');
    expect(code).toBe(1);
    expect(out).toContain(
      '101-24/index.md:4:1  error  Unknown key “responed”, expected perhaps “responded”  [unknown-key]\n    Write responded, or delete the line.\n',
    );
    expect(out.match(/ {2}error {2}/g)?.length).toBeGreaterThanOrEqual(20);
    expect(note).toMatch(/^\d+ errors and \d+ warnings in \d+ files\./m);
  });

  test('as JSON keeps to the contract', async () => {
    const { code, out } = await run('check', '--log', BROKEN, '--cache', 'cache', '--format', 'json');
    expect(code).toBe(1);
    const report = JSON.parse(out) as { findings: Record<string, unknown>[]; notInspected: unknown[]; summary: unknown };
    expect(Object.keys(report)).toEqual(['findings', 'notInspected', 'summary']);
    for (const finding of report.findings)
      expect(Object.keys(finding).sort()).toEqual(['column', 'file', 'fix', 'line', 'message', 'rule', 'severity', 'where']);
  });

  test('of files that belong to no log looks into them, and into folders', async () => {
    const loose = path.join(home, 'loose');
    await mkdir(path.join(loose, 'below/.git'), { recursive: true });
    await writeFile(path.join(loose, 'below/figures.csv'), 'Name,NI number\nx,AB123456C\n');
    await writeFile(path.join(loose, 'fine.txt'), 'Fine.\n');
    await writeFile(path.join(loose, 'old.ods'), 'PK\u0003\u0004');
    const { code, out, note } = await run('check', 'loose', '--log', 'nowhere', '--cache', 'cache');
    expect(code).toBe(1);
    expect(out).toContain(
      'loose/below/figures.csv:2:1  error  A National Insurance number, in cell B2, line 2  [national-insurance-number]',
    );
    expect(out).not.toContain('AB123456C');
    expect(note).toContain('loose/old.ods  not inspected  ');
    expect(note).toContain('loose/below/.git  not inspected  ');
    expect(note).toContain('Not checked by any rule:');
    expect(note).toContain('3 files looked into.');
    expect(await run('check', 'loose/fine.txt', '--cache', 'cache')).toMatchObject({ code: 0, out: '' });
  });

  test('of one entry says what is wrong with it, and accepts no file that is not there', async () => {
    await writeFile(
      path.join(home, 'index.md'),
      '---\ntitle: Lamps\nreference: 1/24\noutcome: granted\n---\n## Response\n\nDear Mr Fenwick,\n',
    );
    const { code, out } = await run('check', 'index.md', '--cache', 'cache');
    expect({ code, out: out.split('\n')[0] }).toEqual({
      code: 0,
      out: 'index.md:8:1  warning  A salutation with a name in the text  [salutation]',
    });
    expect(await run('check', 'gone.csv')).toMatchObject({
      code: 2,
      note: expect.stringContaining('No file or folder gone.csv') as string,
    });
  });

  test.each(['sarif', 'github', 'json'])('as %s says what was not inspected, and what never is', async (format) => {
    await writeFile(path.join(home, 'old.xls'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    const { code, out } = await run('check', 'old.xls', '--cache', 'cache', '--format', format);
    expect(code).toBe(1);
    expect(out).toContain('nothing here looks into an older or encrypted Office file');
    expect(out).toContain('nobody is recognised');
  });

  test('--explain tells of one rule, and offers the nearest for one that is not there', async () => {
    const { code, out } = await run('check', '--explain', 'not-inspected');
    expect(code).toBe(0);
    for (const words of ['error: nothing is published', 'Why it matters:', 'How to mend it:', 'docs/rules.md#not-inspected'])
      expect(out).toContain(words);
    expect(await run('check', '--explain', 'not-inspectd')).toMatchObject({
      code: 2,
      note: expect.stringContaining('expected perhaps “not-inspected”') as string,
    });
  });

  test('of a folder without a log says what is missing', async () => {
    const { code, out } = await run('check', '--log', 'nowhere', '--cache', 'cache');
    expect(code).toBe(1);
    expect(out).toContain('Missing log.yaml');
  });
});

test('read prints the model of one entry, under the law of the log it lies in', async () => {
  const log = path.join(home, 'scottish');
  await mkdir(path.join(log, 'disclosures/2024/1'), { recursive: true });
  await writeFile(path.join(log, 'log.yaml'), 'authority: X\nlaw: foisa\ntopics: {}\n');
  const text =
    '---\ntitle: Dogs\nreference: 1/24\nexemptions: [38(1)(b)]\nquestions:\n  - {number: "1", outcome: not-held}\n---\n## Request\n1. How many?\n## Response\n### Question 1\nNone.\n';
  await writeFile(path.join(log, 'disclosures/2024/1/index.md'), text);
  const { code, out } = await run('read', 'scottish/disclosures/2024/1/index.md', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    reference: '1/24',
    title: 'Dogs',
    received: null,
    responded: null,
    outcome: null,
    exemptions: ['FOISA 38(1)(b)'],
    questions: [{ number: '1', text: 'How many?', answer: 'None.', outcome: 'not-held', exemptions: [] }],
  });
});

describe('build', () => {
  test('of a broken log reports all of it, exits with 1 and writes nothing', async () => {
    const { code, note } = await run('build', '--log', BROKEN, '--cache', 'cache', '--out', 'never');
    expect(code).toBe(1);
    expect(note.match(/ {2}error {2}/g)?.length).toBeGreaterThanOrEqual(20);
    expect(note).toContain('Nothing was written.');
    expect(await readdir(home)).not.toContain('never');
    expect((await readdir(home)).filter((name) => name.includes('building'))).toEqual([]);
  });

  test('leaves an earlier site as it is when the log is broken', async () => {
    const site = path.join(home, 'kept');
    for (const folder of ['disclosures', 'data']) await mkdir(path.join(site, folder), { recursive: true });
    await writeFile(path.join(site, 'index.html'), 'the old site');
    await writeFile(path.join(site, 'data/disclosures.json'), '{}');
    expect((await run('build', '--log', BROKEN, '--cache', 'cache', '--out', 'kept')).code).toBe(1);
    expect(await readFile(path.join(site, 'index.html'), 'utf8')).toBe('the old site');
  });

  test('never replaces a folder that is not a site of ours, nor one that holds the log', async () => {
    const precious = path.join(home, 'precious');
    await mkdir(precious);
    await writeFile(path.join(precious, 'thesis.txt'), 'x');
    await cp(BROKEN, path.join(home, 'inside/log'), { recursive: true });
    const other = await run('build', '--log', BROKEN, '--out', 'precious');
    expect(other).toMatchObject({ code: 2, note: expect.stringContaining('not a site of ours') as string });
    const holding = await run('build', '--log', 'inside/log', '--out', 'inside');
    expect(holding).toMatchObject({ code: 2, note: expect.stringContaining('does not hold') as string });
    expect(await readdir(precious)).toEqual(['thesis.txt']);
  });
});
