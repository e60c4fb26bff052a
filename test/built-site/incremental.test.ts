import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { appendFile, cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOf } from './site-files.ts';
import { buildLog, command, temporaryFolder, writeFiles } from './small-log.ts';

/** What the site as a whole is, byte by byte: a hash of each file, by its path. */
function bytesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(folder).map((file) => [
      file,
      createHash('sha1')
        .update(readFileSync(path.join(folder, file)))
        .digest('hex'),
    ]),
  );
}

/** The folders that a build says it has kept. */
const keptIn = (note: string) => /stay for open pages: (.*)/.exec(note)?.[1]?.split(', ') ?? [];

const OUTCOMES = ['granted', 'part', 'refused', 'not-held', 'ncnd', 'cost'];
const WORDS = 'lamp road bridge dog horse patrol speed camera overtime fine station hedge contract tender survey'.split(' ');

/** Numbers that are the same in every run for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) % below;
}

type Choose = ReturnType<typeof numbers>;
const words = (choose: Choose, count: number) => Array.from({ length: count }, () => WORDS[choose(WORDS.length)]).join(' ');

/** Entries that others name, and that nobody edits. */
const STILL = 10;

function entry(number: number, choose: Choose): string {
  const outcome = OUTCOMES[choose(OUTCOMES.length)] ?? 'granted';
  const exemptions = outcome === 'refused' || outcome === 'ncnd' ? '\nexemptions: [31(1)(a)]' : '';
  const related = number >= STILL && choose(3) === 0 ? `\nrelated: [R ${choose(STILL)}/24]` : '';
  const topics = choose(4) === 0 ? '' : `\ntopics: [${choose(2) === 0 ? 'roads' : 'animals'}]`;
  const day = `20${20 + choose(5)}-0${1 + choose(9)}-1${choose(10)}`;
  return `---\ntitle: The ${words(choose, 3)}\nreference: R ${number}/24\nresponded: ${day}\noutcome: ${outcome}${exemptions}${topics}${related}\n---\n## Request\n\nHow ${words(choose, 6)}?\n\n## Response\n\nThe ${words(choose, 30)}.\n`;
}

const LOG = 'authority: Fernhill Council\nlaw: foia\nsite: https://foi.fernhill.example\ntopics: {roads: Roads, animals: Animals}\n';

/** Edits as an officer makes them, each by its name. */
const EDITS: Record<string, (log: string, number: number, choose: Choose) => Promise<void>> = {
  add: (log, number, choose) => writeFiles(log, { [`disclosures/new-${number}/index.md`]: entry(1000 + number, choose) }),
  'a sentence more': (log, number, choose) =>
    appendFile(path.join(log, `disclosures/e${number}/index.md`), `\nAlso ${words(choose, 5)}.\n`),
  'another title': (log, number, choose) => edit(log, number, /title: .*/, `title: A new ${words(choose, 2)}`),
  'another day': (log, number, choose) => edit(log, number, /responded: .*/, `responded: 2023-0${1 + choose(9)}-05`),
  'another reference': (log, number) => edit(log, number, /reference: .*/, `reference: Q ${number}/23`),
  withdraw: (log, number) =>
    edit(log, number, /outcome: .*/, 'status: withdrawn\nwithdrawn: {date: 2024-06-01, reason: It held a mistake.}\noutcome: granted'),
  draft: (log, number) => edit(log, number, /outcome: .*/, 'status: draft\noutcome: granted'),
  delete: (log, number) => rm(path.join(log, `disclosures/e${number}`), { recursive: true }),
  'another folder': (log, number) => rename(path.join(log, `disclosures/e${number}`), path.join(log, `disclosures/moved-${number}`)),
  'another name of a topic': (log, number) => writeFile(path.join(log, 'log.yaml'), LOG.replace('Roads', `Roads ${number}`)),
  'another authority': (log, number) => writeFile(path.join(log, 'log.yaml'), LOG.replace('Council', `Council ${number}`)),
  'a file with an answer': (log, number) =>
    writeFiles(log, { [`disclosures/e${number}/list.csv`]: `a,${number}\n` }).then(() =>
      edit(log, number, /outcome: .*/, 'outcome: granted\nattachments: [{file: list.csv, title: The list}]'),
    ),
  "a file of the log's own": (log, number) =>
    writeFiles(log, { 'public/logo.svg': `<svg><!-- ${number} --></svg>`, 'public/feed.xml': `<feed id="${number}"/>` }),
  'a page of the authority': (log, number) => writeFiles(log, { 'pages/help.md': `---\ntitle: Help ${number}\n---\nAsk us.\n` }),
};

async function edit(log: string, number: number, what: RegExp, by: string): Promise<void> {
  const file = path.join(log, `disclosures/e${number}/index.md`);
  await writeFile(file, (await readFile(file, 'utf8')).replace(what, by));
}

const folder = temporaryFolder();

describe('a build after another', () => {
  test('is the same, byte for byte, as one from nothing, whatever was edited in between', async () => {
    const choose = numbers(11);
    const log = path.join(folder(), 'log');
    await writeFiles(log, { 'log.yaml': LOG });
    for (let number = 0; number < 60; number++) await writeFiles(log, { [`disclosures/e${number}/index.md`]: entry(number, choose) });
    await buildLog(folder(), 'site');

    const names = Object.keys(EDITS);
    const free = Array.from({ length: 60 - STILL }, (_, number) => number + STILL).sort(() => choose(3) - 1);
    let kept = 0;
    // Two kinds of edit in each round: every kind once, beside another.
    const rounds = Math.ceil(names.length / 2);
    for (let round = 0; round < rounds; round++) {
      const done = names.slice(2 * round, 2 * round + 2);
      for (const each of done) await EDITS[each]?.(log, free.pop() ?? 0, choose);
      const { out } = await buildLog(folder(), 'site');
      kept += Number(/(\d+) as they were/.exec(out)?.[1] ?? 0);

      // From nothing, but for what draws the pages, which knows of no log.
      await mkdir(path.join(folder(), 'cold'), { recursive: true });
      await symlink(path.join(folder(), 'cache/renderer'), path.join(folder(), 'cold/renderer'));
      const cold = await buildLog(folder(), 'cold-site', ['--cache', 'cold']);
      expect(cold.out, done.join(', ')).toMatch(/ 0 as they were/);
      expect(bytesOf(path.join(folder(), 'site')), done.join(', ')).toEqual(bytesOf(path.join(folder(), 'cold-site')));
      await rm(path.join(folder(), 'cold'), { recursive: true });
      await rm(path.join(folder(), 'cold-site'), { recursive: true });
    }
    expect(kept).toBeGreaterThan(rounds * 20);
  });

  test('after the output before was restored is the same', async () => {
    const site = path.join(folder(), 'site');
    const before = bytesOf(site);
    await edit(path.join(folder(), 'log'), 3, /title: .*/, 'title: A mistake');
    await buildLog(folder(), 'site');
    const after = bytesOf(site);
    expect(after).not.toEqual(before);
    expect(await command(folder(), ['restore', '--out', 'site', '--cache', 'cache'])).toMatchObject({ code: 0 });
    expect(bytesOf(site)).toEqual(before);
    await buildLog(folder(), 'site');
    expect(bytesOf(site)).toEqual(after);
  });

  test('draws a page anew that somebody has changed or deleted in the output', async () => {
    const site = path.join(folder(), 'site');
    await buildLog(folder(), 'site');
    const before = bytesOf(site);
    const pages = Object.keys(before).filter((file) => file.endsWith('index.html') && file.startsWith('disclosures'));
    await appendFile(path.join(site, pages[0] ?? ''), 'x');
    await rm(path.join(site, pages[1] ?? ''));
    await buildLog(folder(), 'site');
    expect(bytesOf(site)).toEqual(before);
  });

  test('with compressed variants is the same, and compresses only what has changed', async () => {
    const site = path.join(folder(), 'site');
    const first = await buildLog(folder(), 'site', ['--compress']);
    expect(first.note).toMatch(/(\d{3}) compressed variants, \1 made anew/);
    await edit(path.join(folder(), 'log'), 5, /title: .*/, 'title: Another title');
    const { note } = await buildLog(folder(), 'site', ['--compress']);
    const [, variants = 0, made = 0] = (/(\d+) compressed variants, (\d+) made anew/.exec(note) ?? []).map(Number);
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(variants / 3);
    await buildLog(folder(), 'cold-site', ['--compress', '--cache', 'cold']);
    expect(bytesOf(site)).toEqual(bytesOf(path.join(folder(), 'cold-site')));
    expect(Object.keys(bytesOf(site)).filter((file) => file.endsWith('.html.br')).length).toBeGreaterThan(60);
    await buildLog(folder(), 'site');
    expect(Object.keys(bytesOf(site)).filter((file) => /\.(?:br|gz)$/.test(file))).toEqual([]);
  });

  test('keeps the last search index when asked to, for one build, unless an answer in it has changed since', async () => {
    const site = path.join(folder(), 'site');
    const indexes = () => Object.keys(bytesOf(site)).filter((file) => file.startsWith('search/index-'));
    const before = indexes();
    await writeFiles(path.join(folder(), 'log'), { 'disclosures/kept/index.md': entry(2000, numbers(5)) });
    const { note } = await buildLog(folder(), 'site', ['--keep-previous']);
    expect(note).toMatch(/Of the last build stay for open pages: search\/index-/);
    expect(indexes()).toEqual(expect.arrayContaining(before));
    const kept = new Set(keptIn(note));
    await buildLog(folder(), 'cold-site', ['--cache', 'cold']);
    const without = Object.fromEntries(Object.entries(bytesOf(site)).filter(([file]) => !kept.has(file.split('/').slice(0, 2).join('/'))));
    expect(without).toEqual(bytesOf(path.join(folder(), 'cold-site')));

    await edit(path.join(folder(), 'log'), 6, /title: .*/, 'title: A name taken out');
    const corrected = await buildLog(folder(), 'site', ['--keep-previous']);
    expect(corrected.note).toContain('The search index of the last build does not stay: it holds 1 answer since changed or withdrawn.');
    await buildLog(folder(), 'cold-site', ['--cache', 'cold']);
    expect(bytesOf(site)).toEqual(bytesOf(path.join(folder(), 'cold-site')));
  });

  test('of the same log beside another with one cache leaves both whole', async () => {
    const expected = bytesOf(path.join(folder(), 'site'));
    await rm(path.join(folder(), 'cache/entries'), { recursive: true, force: true });
    await Promise.all([buildLog(folder(), 'one'), buildLog(folder(), 'other')]);
    expect(bytesOf(path.join(folder(), 'one'))).toEqual(expected);
    expect(bytesOf(path.join(folder(), 'other'))).toEqual(expected);
  });

  test('makes what draws the pages anew for another base path, and keeps the former', async () => {
    await cp(path.join(folder(), 'site'), path.join(folder(), 'before'), { recursive: true });
    await buildLog(folder(), 'based', ['--base', '/foi/']);
    expect(readFileSync(path.join(folder(), 'based/index.html'), 'utf8')).toContain('href="/foi/disclosures/');
    await buildLog(folder(), 'site');
    expect(bytesOf(path.join(folder(), 'site'))).toEqual(bytesOf(path.join(folder(), 'before')));
  });
});
