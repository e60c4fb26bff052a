import { cp, readdir } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesOf } from './site-files.ts';
import { buildLog, command, temporaryFolder, writeFiles } from './small-log.ts';

const folder = temporaryFolder();
const SMALL_SPANS = { DISCLOSURE_LOG_SPAN: '3' };

beforeAll(async () => {
  const entries = Array.from({ length: 11 }, (_, nth): [string, string] => [
    `log/disclosures/e${nth}/index.md`,
    `---\ntitle: Lamps ${nth}\nreference: R ${100 + nth}/24\nresponded: ${2010 + nth}-05-01\noutcome: granted\n---\n## Request\n\nHow many?\n\n## Response\n\nWe hold ${nth + 2} lamps.\n`,
  ]);
  await writeFiles(folder(), {
    'log/log.yaml': 'authority: Fernhill Council\nlaw: foia\ntopics: {roads: Roads}\n',
    ...Object.fromEntries(entries),
  });
});

/** Every file of a site with its bytes. */
const bytesOf = (site: string) =>
  Object.fromEntries(filesOf(site).map((file) => [file, readFileSync(path.join(site, file)).toString('base64')]));

const part = (which: string, cache: string) =>
  command(folder(), ['build', '--log', 'log', '--cache', cache, '--out', 'never', '--part', which], SMALL_SPANS);

describe('a build in parts', () => {
  test('gives the site of a plain build, of which every span was indexed by one part', async () => {
    const parts = await Promise.all(['1/2', '2/2'].map((which, nth) => part(which, `part-${nth}`)));
    expect(parts.map(({ code }) => code)).toEqual([0, 0]);
    expect(parts.map(({ out }) => /: (\d) of 4 spans/.exec(out)?.[1])).toEqual(['2', '2']);
    const spans = await Promise.all(['part-0', 'part-1'].map((cache) => readdir(path.join(folder(), cache, 'search'))));
    expect(new Set(spans.flat().filter((name) => name !== 'batches')).size).toBe(4);
    expect(await readdir(folder())).not.toContain('never');

    for (const cache of ['part-0', 'part-1']) await cp(path.join(folder(), cache), path.join(folder(), 'together'), { recursive: true });
    const joined = await buildLog(folder(), 'joined', ['--cache', 'together'], SMALL_SPANS);
    expect(joined.out).toContain('0 entries read anew');
    await buildLog(folder(), 'plain', ['--cache', 'own'], SMALL_SPANS);
    expect(bytesOf(path.join(folder(), 'joined'))).toEqual(bytesOf(path.join(folder(), 'plain')));
  });

  test.each(['0/2', '3/2', 'x/y'])('is refused as %j', async (which) => {
    const { code, note } = await part(which, 'refused');
    expect(code).toBe(2);
    expect(note).toContain('such as 2/4');
  });
});
