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

const hidden = (how: string, page: number, count = 1) => ({ how, text: 'quayside', count, place: { page } });
const fact = (what: string, value: string) => ({ what, value, place: { page: 1 } });

const foundProblems = (kind: Kind, its: Reading) =>
  FILE_RULES.filter(({ kinds }) => kinds.includes(kind)).flatMap((rule) =>
    rule.find(its, { name: 'answer.bin', size: 4096, allowed: [] }).map((problem) => ({ rule, ...problem })),
  );
const found = (kind: Kind, its: Reading) =>
  foundProblems(kind, its).map(({ rule, place, message }) => `  ${rule.severity} ${rule.id} (${describePlace(place)}): ${message}`);

describe('the words of every rule about what a file hides or says of itself', () => {
  test.each(Object.keys(PLACES) as Kind[])(
    '%s: of nothing that counts, of one thing, of one place with several, of two places, and of many',
    async (kind) => {
      const cases: [times: number, each: number][] = [
        [1, 0],
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
    },
  );

  test.each<[Kind, Partial<Reading>, string[]]>([
    ['docx', { hidden: [{ ...hidden('document-comment', 1), place: {} }] }, ['block document-comments: The document holds 1 comment']],
    [
      'xlsx',
      { facts: [{ ...fact('protection', ''), place: {} }] },
      ['warn protection-only: The file is locked against changes, which hides nothing'],
    ],
    [
      'docx',
      { hidden: [hidden('tracked-move', 4), hidden('tracked-deletion', 2), hidden('tracked-move', 1)] },
      ['block tracked-changes: The document holds 3 tracked changes (moves, deletions): page 4; page 2; page 1'],
    ],
    [
      'xlsx',
      { hidden: [hidden('pivot-items', 1, 5), hidden('pivot-records', 2, 7)] },
      ['block pivot-cache: A pivot table keeps a copy of its source data, 7 rows: page 1; page 2'],
    ],
    [
      'xlsx',
      { hidden: [hidden('person', 1, 5), hidden('cell-comment', 2, 7)] },
      ['block cell-comments: 7 comments are on the cells, the first at: page 2'],
    ],
    [
      'xlsx',
      { facts: [fact('defined-name', 'a'), fact('hidden-name', 'b')] },
      ['warn defined-names: The file defines 2 names, 1 of them hidden'],
    ],
    ['xlsx', { facts: [fact('rows', '1000')] }, []],
    [
      'xlsx',
      { facts: [fact('rows', '7'), fact('rows', '1001'), fact('rows', '123456')] },
      ['warn many-rows: More than 1,000 rows hold data (123,456 at most): page 1'],
    ],
    [
      'xlsx',
      { facts: [fact('company', 'a'), fact('author', 'b'), fact('company', 'c')] },
      ['warn file-author: The properties of the file name: the organisation, the author'],
    ],
    [
      'pdf',
      { hidden: [hidden('launch', 2), hidden('javascript', 1)] },
      ['block pdf-script: The PDF has a script that runs in the reader’s program and an action that starts another program'],
    ],
    [
      'pdf',
      { hidden: [hidden('deleted-page', 2, 3), hidden('earlier-revision', 5, 4)] },
      ['block earlier-revision: The file holds an earlier version, with text that is no longer shown on page 5: 7 words'],
    ],
    [
      'pdf',
      { hidden: [hidden('note', 2), hidden('bookmark', 1)] },
      ['block text-beside-pages: The file holds text that its pages do not show: bookmarks, comments on pages 1 and 2 (2 in all)'],
    ],
    ['pdf', { facts: [fact('encrypted', 'no')] }, []],
    [
      'pdf',
      { facts: [fact('encrypted', 'yes')] },
      ['warn encrypted-pdf: The PDF has a password against changing or copying, which protects nothing and shuts readers out'],
    ],
  ])('%s: of several things together', (kind, its, expected) => {
    const words = foundProblems(kind, { ...reading(kind, null, null, 1, 1), ...its }).map(
      ({ rule, message }) => `${rule.severity} ${rule.id}: ${message}`,
    );
    expect(words.filter((line) => !line.includes('pdf-accessibility'))).toEqual(expected);
  });
});
