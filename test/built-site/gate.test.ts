import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { PROJECT } from '../browser/project.ts';
import { filesOf } from './site-files.ts';
import { type Answer, command, temporaryFolder, writeFiles } from './small-log.ts';

const folder = temporaryFolder();
const SETTINGS = 'authority: Fernhill Council\nlaw: foia\nsite: https://www.example.org\ntopics: {}\n';
const entry = (frontMatter = '') =>
  `---\ntitle: Lamps\nreference: 1/24\noutcome: granted\nattachments: [{file: lamps.csv}]\n${frontMatter}---\n## Response\n\nTwelve.\n`;
const CLEAN = 'Place,Lamps\nEast,12\n';
const LEAK = 'Place,Lamps\nEast,AB123456C\n';
const put = (text: string, csv: string) =>
  writeFiles(folder(), { 'log/log.yaml': SETTINGS, 'log/disclosures/1/index.md': text, 'log/disclosures/1/lamps.csv': csv });
const build = () => command(folder(), ['build', '--log', 'log', '--out', 'site', '--cache', 'cache']);
const published = () => readFileSync(path.join(folder(), 'site/disclosures/1-24/lamps.csv'), 'utf8');

/** `npx astro build`, as somebody may start it who does not know the command. */
function astro(out: string): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(PROJECT, 'node_modules/astro/bin/astro.mjs'), 'build'], {
      cwd: PROJECT,
      env: {
        ...process.env,
        NO_COLOR: '1',
        ASTRO_TELEMETRY_DISABLED: '1',
        DISCLOSURE_LOG_DIR: path.join(folder(), 'log'),
        DISCLOSURE_LOG_CACHE: path.join(folder(), 'cache'),
        DISCLOSURE_LOG_OUT: path.join(folder(), out),
      },
    });
    const answer = { out: '', note: '' };
    child.stdout.on('data', (data: Buffer) => (answer.out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (answer.note += data.toString()));
    child.on('close', (code) => resolve({ code, ...answer }));
  });
}

beforeEach(async () => {
  await put(entry(), CLEAN);
  const answer = await build();
  expect(answer.code, answer.note).toBe(0);
});

describe('a finding that blocks, in a file that a published entry declares', () => {
  test('stops the build, says where, and leaves the site as it was', async () => {
    const before = filesOf(path.join(folder(), 'site'));
    await put(entry(), LEAK);
    const { code, note } = await build();
    expect(code).toBe(1);
    expect(note).toContain(
      'log/disclosures/1/lamps.csv:2:1  error  A National Insurance number, in cell B2, line 2  [national-insurance-number]',
    );
    expect(note).toContain('Nothing was written.');
    expect(note).not.toContain('AB123456C');
    expect(published()).toBe(CLEAN);
    expect(filesOf(path.join(folder(), 'site'))).toEqual(before);
  });

  test('stops a build that is started as Astro’s own, which then writes no page and no file', async () => {
    await put(entry(), LEAK);
    const { code, out, note } = await astro('of-astro');
    expect(code).not.toBe(0);
    expect(out + note).toContain('[national-insurance-number]');
    const written = existsSync(path.join(folder(), 'of-astro')) ? filesOf(path.join(folder(), 'of-astro')) : [];
    expect(written.filter((file) => /\.(?:html|csv|bin)$/.test(file))).toEqual([]);
    await put(entry(), CLEAN);
    expect(await astro('of-astro')).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(folder(), 'of-astro/disclosures/1-24/lamps.csv'), 'utf8')).toBe(CLEAN);
  });

  test('stops no build once a person has accepted it for these bytes, and what was accepted is on no page', async () => {
    const sha256 = createHash('sha256').update(LEAK).digest('hex');
    const accepted = `acknowledged:\n  - {rule: national-insurance-number, file: lamps.csv, sha256: ${sha256}, reason: Zqreason., by: Zqrole, on: 2024-03-02}\n`;
    await put(entry(accepted), LEAK);
    expect(await build()).toMatchObject({ code: 0 });
    expect(published()).toBe(LEAK);
    const site = path.join(folder(), 'site');
    for (const file of filesOf(site)) expect(readFileSync(path.join(site, file), 'latin1'), file).not.toMatch(/zqreason|zqrole/i);
    writeFileSync(path.join(folder(), 'log/disclosures/1/lamps.csv'), `${LEAK}West,1\n`);
    expect(await build()).toMatchObject({ code: 1 });
  });
});

test.each([
  ['a draft', 'status: draft\n'],
  ['an entry under embargo', 'publishAfter: 2099-01-01\n'],
  ['a withdrawn entry', 'status: withdrawn\nwithdrawn: {date: 2024-01-01, reason: A mistake.}\n'],
])('a file of %s stops no build, is not published, and is checked', async (_, state) => {
  await put(entry(state), LEAK);
  expect(await build()).toMatchObject({ code: 0 });
  expect(existsSync(path.join(folder(), 'site/disclosures/1-24/lamps.csv'))).toBe(false);
  const check = await command(folder(), ['check', '--log', 'log', '--cache', 'cache']);
  expect(check.code).toBe(1);
  expect(check.out).toContain('[national-insurance-number]');
});

test('what is wrong with the words of a draft is told, and stops no build; of a published entry it does', async () => {
  const text = (state: string) => entry(state).replace('Twelve.', 'Twelve, says AB123456C.');
  await put(text('status: draft\n'), CLEAN);
  expect(await build()).toMatchObject({ code: 0 });
  expect((await command(folder(), ['check', '--log', 'log', '--cache', 'cache'])).out).toContain('[national-insurance-number]');
  await put(text(''), CLEAN);
  expect(await build()).toMatchObject({ code: 1 });
});
