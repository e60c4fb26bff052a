import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/attachments/kinds.ts';
import { describePlace, type Place, type Reading } from '../../src/attachments/reading.ts';
import { FILE_RULES } from '../../src/checks/rules.ts';

const READERS = path.join(import.meta.dirname, '../../src/attachments');

/** Every name that the readers' sources have: the techniques and facts that they tell are among them. */
const NAMES = namesIn(READERS);

function namesIn(folder: string): string[] {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const names = sources.flatMap((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/'([a-z]+(?:[- ][a-z]+)*)'/g)]);
  return [...new Set(names.map(([, name = '']) => name))].sort();
}

const PLACES: Record<string, (nth: number) => Place> = {
  xlsx: (nth) => ({ sheet: `Sheet ${nth}`, cells: `${nth}:${nth + 3}`, part: `xl/worksheets/sheet${nth}.xml` }),
  docx: (nth) => ({ paragraph: nth * 2, part: 'word/document.xml' }),
  pdf: (nth) => ({ page: nth, box: [10, 20, 30, 40] }),
};

/** A file in which everything that rules know of stands so many times. */
function reading(kind: Kind, technique: string | null, fact: string | null, times: number, each: number): Reading {
  const places = Array.from({ length: times }, (_, nth) => PLACES[kind]?.(nth + 1) ?? {});
  return {
    kind,
    visible: [{ text: 'Lamps by street', place: places[0] ?? {} }],
    hidden: technique ? places.map((place) => ({ how: technique, text: 'quayside', count: each, place })) : [],
    facts: fact ? places.map((place, nth) => ({ what: fact, value: `${nth + 1}200`, place })) : [],
    stored: [],
    named: new Set(['quayside']),
    notInspected: [],
  };
}

const found = (kind: Kind, its: Reading) =>
  FILE_RULES.filter(({ kinds }) => kinds.includes(kind)).flatMap((rule) =>
    rule
      .find(its, { name: 'answer.bin', size: 4096, allowed: [] })
      .map(({ place, message }) => `  ${rule.severity} ${rule.id} (${describePlace(place)}): ${message}`),
  );

describe('the words of every rule about what a file hides or says of itself', () => {
  test.each(Object.keys(PLACES) as Kind[])('%s: of one thing, of one place with several, of two places, and of many', async (kind) => {
    const cases: [times: number, each: number][] = [
      [1, 1],
      [1, 1204],
      [2, 3],
      [9, 1],
    ];
    const unknown = found(kind, reading(kind, null, null, 1, 1));
    const lines = [...NAMES.map((name) => [name, null] as const), ...NAMES.map((name) => [null, name] as const)].flatMap(
      ([technique, fact]) => {
        const its = cases.flatMap(([times, each]) => found(kind, reading(kind, technique, fact, times, each)));
        return its.every((line) => unknown.includes(line)) ? [] : [technique ?? `fact: ${fact}`, ...its];
      },
    );
    expect(found(kind, reading(kind, null, null, 1, 1))).toEqual(found(kind, reading(kind, 'a way that no rule knows', null, 1, 1)));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`__snapshots__/words-${kind}.txt`);
  });
});
