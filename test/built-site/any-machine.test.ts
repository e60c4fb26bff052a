import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../browser/project.ts';
import { filesOf } from './site-files.ts';
import { buildLog, temporaryFolder, writeFiles } from './small-log.ts';

const folder = temporaryFolder();

beforeAll(async () => {
  await writeFiles(folder(), {
    'log/log.yaml':
      'authority: Fernhill Council\nlaw: foia\nsite: https://foi.fernhill.example\ntopics: {roads: Roads, zebra: Zebra crossings, noise: Noise}\n',
    'log/disclosures/1/index.md':
      '---\ntitle: Lämps\nreference: 1/26\nreceived: 2026-03-01\nresponded: 2026-03-29\ntopics: [roads, zebra]\noutcome: granted\nattachments:\n  - {file: lamps.csv, title: Lamps}\n---\n## Request\n\nHow many?\n\n## Response\n\n1,204 lamps.\n',
    'log/disclosures/1/lamps.csv': 'street,lamps\nHigh Street,1204\n',
    'log/disclosures/2/index.md':
      '---\ntitle: Östlich\nreference: Z 2/26\nresponded: 2026-10-25\ntopics: [noise]\noutcome: refused\nexemptions: ["40(2)"]\n---\n## Request\n\nWho?\n\n## Response\n\nSection 40(2) applies.\n',
  });
});

const bytesOf = (site: string) =>
  Object.fromEntries(
    filesOf(path.join(folder(), site)).map((file) => [file, readFileSync(path.join(folder(), site, file)).toString('base64')]),
  );

describe('a build', () => {
  test('gives the same bytes in another place, time zone and language, from a cache or from none', async () => {
    await buildLog(folder(), 'here', ['--cache', 'cache-here']);
    const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
    await buildLog(folder(), 'a/deep/place', ['--cache', 'cache-there'], elsewhere);
    expect(bytesOf('a/deep/place')).toEqual(bytesOf('here'));
    expect(Object.keys(bytesOf('here')).length).toBeGreaterThan(20);
  });

  const alone = ['--net', '--map-root-user'];
  const canBeAlone = spawnSync('unshare', [...alone, 'true']).status === 0;
  test.skipIf(!canBeAlone)('needs no network (skipped where a process cannot be taken off it)', () => {
    const args = [path.join(PROJECT, 'src/cli/bin.js'), 'build', '--log', 'log', '--out', 'alone', '--cache', 'cache-alone'];
    const { status, stderr } = spawnSync('unshare', [...alone, process.execPath, ...args], { cwd: folder(), encoding: 'utf8' });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(Object.keys(bytesOf('alone')).length).toBeGreaterThan(20);
  });
});
