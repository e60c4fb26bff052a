import { rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canariesIn } from './canaries.ts';
import { command, temporaryFolder, writeFiles } from './small-log.ts';

/*
 * The same entries are built again and again into one folder with one cache, each time in other states: what was published before becomes a draft, is
 * put under embargo, is withdrawn, or blocks because of a file. Each entry says a word of its own wherever an entry can say something. Whatever came
 * before, no word of an entry that is not published is in any byte of the output.
 */

const STATES = ['published', 'draft', 'embargo', 'withdrawn', 'blocked'] as const;
type State = (typeof STATES)[number];
const ENTRIES = ['a', 'b', 'c', 'd', 'e'] as const;
type Entry = (typeof ENTRIES)[number];

/** No word of a language begins so. */
const WORD = /zq([a-z]+?)qof([a-e])x/g;
const word = (what: string, entry: Entry) => `zq${what}qof${entry}x`;

const LINES: Record<State, (entry: Entry) => string> = {
  published: () => '',
  blocked: () => '',
  draft: () => 'status: draft\n',
  embargo: () => 'publishAfter: 2099-01-01T09:00\n',
  withdrawn: (entry) => `status: withdrawn\nwithdrawn: {date: 2024-04-01, reason: ${word('reason', entry)}}\n`,
};

function filesOfEntry(entry: Entry, state: State): Record<string, string> {
  const say = (what: string) => word(what, entry);
  const other = ENTRIES[(ENTRIES.indexOf(entry) + 1) % ENTRIES.length] as Entry;
  const text = `---
# ${say('comment')}
title: ${say('title')}
reference: ${word('reference', entry).toUpperCase()}/24
${LINES[state](entry)}received: 2024-03-01
responded: 2024-03-20
extended: {until: 2024-05-01, reason: ${say('extension')}}
topics: [roads]
department: ${say('department')}
series: ${say('series')}
sameAs: ["https://${say('same')}.example/"]
redirectFrom: ["/${say('old')}"]
related: [${word('reference', other).toUpperCase()}/24]
corrections: [{date: 2024-06-01, note: ${say('correction')}}]
internalReview: {outcome: upheld, date: 2024-06-02, note: ${say('review')}}
regulator: {reference: ${say('regulator')}, outcome: upheld, url: "https://${say('url')}.example/"}
questions:
  - {number: "1", outcome: granted}
attachments:
  - {file: ${say('file')}.csv, title: ${say('filetitle')}, licence: ${say('licence')}, accessible: false, reason: ${say('why')}}
acknowledged:
  - {rule: ${say('rule')}, file: ${say('ackfile')}, sha256: ${say('sha')}, reason: ${say('ackreason')}, by: ${say('by')}, on: 2024-03-02}
---
## Request

1. How many ${say('question')}?

## Response

### Question 1

Twelve ${say('answer')}, in [this table](${say('file')}.csv).

## ${say('heading')}

| ${say('column')} | Number |
| --- | ---: |
| ${say('cell')} | 7 |
`;
  const hiding = state === 'blocked' ? `${say('secret')},AB123456C\n` : '';
  return {
    [`log/disclosures/${entry}/index.md`]: text,
    [`log/disclosures/${entry}/${say('file')}.csv`]: `Place,Lamps\n${say('bytes')},12\n${hiding}`,
    [`log/disclosures/${entry}/${say('beside')}.txt`]: say('undeclared'),
  };
}

/** What is said of a withdrawn entry: its reference and why. */
const OF_TOMBSTONES = ['reference', 'reason'];
/** What is never published of any entry. */
const NEVER = ['comment', 'rule', 'ackfile', 'sha', 'ackreason', 'by', 'beside', 'undeclared'];
/** What is, of a published one. */
const SHOWN = ['title', 'question', 'answer', 'file', 'filetitle', 'bytes', 'cell', 'department'];

const folder = temporaryFolder();

test(
  'whatever state entries were in before, nothing of an entry is in the output unless it is published now',
  { timeout: 600_000 },
  async () => {
    const states = fc.record(
      Object.fromEntries(ENTRIES.map((entry) => [entry, fc.constantFrom(...STATES)])) as Record<Entry, fc.Arbitrary<State>>,
    );
    await writeFiles(folder(), {
      'log/log.yaml': 'authority: Fernhill Council\nlaw: foia\nsite: https://www.example.org\ntopics: {roads: Roads}\n',
    });
    let standing: Record<Entry, State> | null = null;
    const build = async (now: Record<Entry, State>) => {
      rmSync(path.join(folder(), 'log/disclosures'), { recursive: true, force: true });
      for (const entry of ENTRIES) await writeFiles(folder(), filesOfEntry(entry, now[entry]));
      const { code, note } = await command(folder(), ['build', '--log', 'log', '--out', 'site', '--cache', 'cache']);
      const isBlocked = Object.values(now).includes('blocked');
      expect(code, note).toBe(isBlocked ? 1 : 0);
      if (isBlocked) expect(note).toContain('[national-insurance-number]');
      else standing = now;
      if (!standing) return;
      const words = [...canariesIn(path.join(folder(), 'site'), WORD)].map(([found, files]) => {
        const [, what = '', entry = ''] = new RegExp(WORD.source).exec(found) ?? [];
        return { what, entry: entry as Entry, files: [...files] };
      });
      for (const { what, entry, files } of words) {
        const state = standing[entry];
        const mayBe = state === 'published' ? !NEVER.includes(what) : state === 'withdrawn' && OF_TOMBSTONES.includes(what);
        expect(mayBe, `${what} of ${entry}, ${state}, in ${files.join(', ')}`).toBe(true);
      }
      for (const entry of ENTRIES)
        if (standing[entry] === 'published')
          expect(words.filter((each) => each.entry === entry).map(({ what }) => what)).toEqual(expect.arrayContaining(SHOWN));
    };
    const all = (state: State) => Object.fromEntries(ENTRIES.map((entry) => [entry, state])) as Record<Entry, State>;
    await build(all('published'));
    await fc.assert(fc.asyncProperty(states, build), {
      numRuns: 4,
      endOnFailure: true,
      examples: [[{ a: 'published', b: 'draft', c: 'embargo', d: 'withdrawn', e: 'published' }], [{ ...all('published'), c: 'blocked' }]],
    });
  },
);
