import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cachedBody } from '../../src/log/cached-bodies.ts';
import { EntryCache } from '../../src/log/entry-cache.ts';
import { entryOptions, readOne } from '../../src/log/read-one.ts';

const LOG = '/log';
let home: string;
beforeEach(() => void (home = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const text = (n: number, words = 1) =>
  `---\ntitle: About ${n}\nreference: ${n}/24\n---\n## Response\nNo. ${n} — “${'ŵyl '.repeat(words)}”\n`;
const readings = new Map<string, ReturnType<typeof readOne>>();
const read = (each: string) => {
  const reading = readings.get(each) ?? readOne(each, entryOptions('foia'));
  readings.set(each, reading);
  return reading;
};
const open = (options: unknown = 'foia', engine = 'engine') => {
  const cache = new EntryCache(home, LOG, options, engine);
  cache.open();
  return cache;
};
/** Runs over some texts as a load does; tells how many were read anew. */
const run = (texts: readonly string[], cache = open(), others = true): number => {
  let anew = 0;
  for (const each of texts) {
    const key = cache.key(each);
    if (cache.get(key)) continue;
    const { facts, body } = read(each);
    cache.put(key, facts, Buffer.from(body));
    anew += 1;
  }
  cache.close(others);
  return anew;
};
const many = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => text(from + index));
const folder = () => path.join(home, 'entries', readdirSync(path.join(home, 'entries'))[0] ?? '');
const files = (ending: string) =>
  readdirSync(folder())
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder(), name));
const bodyOf = (each: string) => cachedBody(home, LOG, new EntryCache(home, LOG, 'foia', 'engine').key(each));
const expected = (each: string) => JSON.parse(read(each).body) as unknown;
const size = () => files('.bodies').reduce((sum, file) => sum + statSync(file).size, 0);

test('what is kept comes back as it was read, letter for letter', () => {
  const texts = many(0, 50);
  run(texts);
  const cache = open();
  for (const each of texts) {
    const facts = cache.get(cache.key(each));
    expect(facts).toEqual({
      ...(JSON.parse(read(each).facts) as object),
      fields: facts?.frontMatter,
    });
    expect(bodyOf(each)).toEqual(expected(each));
  }
});

test('the same text twice in a log is kept once', () => {
  run([text(1), text(1)]);
  expect(readFileSync(files('.index')[0] ?? '', 'utf8').split('\n')).toHaveLength(3);
});

describe('does not grow for ever:', () => {
  test('a run that finds nothing new writes nothing', () => {
    run(many(0, 10));
    const before = readdirSync(folder());
    expect(run(many(0, 10))).toBe(0);
    expect(readdirSync(folder())).toEqual(before);
  });

  test('a small change leaves the large pack alone', () => {
    run(many(0, 100));
    const [large] = files('.bodies');
    expect(run([...many(0, 99), text(500)])).toBe(1);
    expect(files('.bodies')).toContain(large);
    expect(files('.bodies')).toHaveLength(2);
  });

  test('many changes one after the other leave few packs, and every entry', () => {
    const texts = many(0, 100);
    run(texts);
    for (let n = 0; n < 60; n += 1) {
      texts[n] = text(1000 + n);
      expect(run(texts)).toBe(1);
    }
    expect(files('.index').length).toBeLessThanOrEqual(8);
    expect(run(texts)).toBe(0);
    for (const each of texts) expect(bodyOf(each)).toEqual(expected(each));
  });

  test('what most of a log no longer has is dropped', () => {
    run(many(0, 100));
    const before = size();
    expect(run(many(0, 10))).toBe(0);
    expect(size()).toBeLessThan(before / 5);
    expect(bodyOf(text(3))).toEqual(expected(text(3)));
    expect(run(many(0, 11))).toBe(1);
  });

  test.each([
    ['another engine', () => open('foia', 'new')],
    ['other options', () => open('foisa')],
  ])('readings by %s do not count, and go', (_, other) => {
    run(many(0, 5));
    const [old = ''] = files('.bodies');
    expect(run(many(0, 5), other())).toBe(5);
    expect(existsSync(old)).toBe(false);
  });

  test('readings under another law stay where the law could not be told', () => {
    run(many(0, 5), open('foisa'));
    run(many(0, 5), open('foia'), false);
    expect(run(many(0, 5), open('foisa'))).toBe(0);
  });

  test('what a run that was cut short has left is taken away after a day', () => {
    run(many(0, 5));
    const fresh = path.join(folder(), 'a-1.bodies');
    const old = path.join(folder(), 'b-1.bodies');
    for (const file of [fresh, old]) writeFileSync(file, 'x');
    utimesSync(old, new Date(0), new Date(0));
    expect(run(many(0, 5))).toBe(0);
    expect([existsSync(fresh), existsSync(old)]).toEqual([true, false]);
  });
});

describe('is never believed when damaged:', () => {
  const damage: Record<string, (bytes: Buffer) => Buffer> = {
    'cut short': (bytes) => bytes.subarray(0, bytes.length - 30),
    emptied: () => Buffer.alloc(0),
    'overwritten with zeros': (bytes) => Buffer.alloc(bytes.length),
    'with a letter changed': (bytes) => {
      const changed = Buffer.from(bytes);
      const middle = Math.floor(bytes.length / 2);
      changed[middle] = (changed[middle] ?? 0) ^ 1;
      return changed;
    },
  };
  const cases = ['.bodies', '.facts', '.index'].flatMap((file) => Object.keys(damage).map((how) => [file, how] as const));

  test.each(cases)('%s %s', (ending, how) => {
    const texts = many(0, 20);
    run(texts);
    for (const file of files(ending)) writeFileSync(file, damage[how]?.(readFileSync(file)) ?? '');
    // A body is either the right one or not there.
    for (const each of texts) expect([null, expected(each)]).toContainEqual(bodyOf(each));
    const cache = open();
    for (const each of texts) {
      const facts = cache.get(cache.key(each));
      if (facts) expect(facts.summary).toBe((JSON.parse(read(each).facts) as { summary: string }).summary);
    }
    expect(run(texts)).toBeGreaterThan(0);
    for (const each of texts) expect(bodyOf(each)).toEqual(expected(each));
    expect(run(texts)).toBe(0);
  });

  test('a line of facts that another has run into', () => {
    run(many(0, 3));
    appendFileSync(files('.facts')[0] ?? '', 'ab {"summary":');
    expect(run(many(0, 3))).toBe(0);
  });
});

describe('two runs at once', () => {
  test('each keep what they read', () => {
    const [one, two] = [open(), open()];
    run(many(0, 40), one);
    run(many(20, 60), two);
    expect(run(many(0, 60))).toBe(0);
    for (const each of many(0, 60)) expect(bodyOf(each)).toEqual(expected(each));
  });

  test('may take each other’s packs away', () => {
    run(many(0, 40));
    const [one, two] = [open(), open()];
    run(many(0, 5), one);
    run(many(30, 100), two);
    expect(run(many(30, 100))).toBeLessThanOrEqual(10);
    for (const each of many(30, 100)) expect(bodyOf(each)).toEqual(expected(each));
  });
});

test('a run that stops keeps nothing, and harms nothing', () => {
  run(many(0, 3));
  const before = readdirSync(folder());
  const cache = open();
  const { facts, body } = read(text(9));
  cache.put(cache.key(text(9)), facts, Buffer.from(body));
  cache.abandon();
  expect(readdirSync(folder())).toEqual(before);
});
