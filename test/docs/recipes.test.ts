import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { SHARED_OPTIONS } from '../../src/cli/command.ts';
import { loadCommand } from '../../src/cli/commands.ts';
import { PROJECT } from '../browser/project.ts';

const RECIPES = path.join(PROJECT, 'docs/recipes');
const names = readdirSync(RECIPES);
const read = (name: string) => readFileSync(path.join(RECIPES, name), 'utf8');
const has = (program: string) => spawnSync(program, ['--version']).status === 0;

/** Every `npx disclosure-log …` in a text, its arguments apart. */
function commandsIn(text: string): string[][] {
  return [...text.matchAll(/npx disclosure-log (.*)$/gm)].map(([, rest = '']) =>
    rest
      .replace(/`.*/, '')
      .replace(/ {2,}.*/, '')
      .replace(/["']/g, '')
      .split(' '),
  );
}

describe('the recipes', () => {
  test('are all in the guide, and the guide names none that is not there', () => {
    const guide = readFileSync(path.join(PROJECT, 'docs/operations.md'), 'utf8');
    const named = [...guide.matchAll(/\]\(recipes\/([^)]+)\)/g)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(names.toSorted());
  });

  const guides = ['docs/operations.md', 'docs/deploy.md', 'docs/large-logs.md'].map((file): [string, string] => [
    file,
    readFileSync(path.join(PROJECT, file), 'utf8'),
  ]);
  test.each([...names.map((name): [string, string] => [name, read(name)]), ...guides])(
    '%s calls commands that are there',
    async (name, text) => {
      for (const [command, ...args] of commandsIn(text)) {
        const known = await loadCommand(command ?? '');
        expect(known, `${name}: ${command}`).not.toBeNull();
        const own = Object.fromEntries(Object.entries(known?.options ?? {}).map(([key, { type }]) => [key, { type }]));
        const options = { ...Object.fromEntries(Object.entries(SHARED_OPTIONS).map(([key, { type }]) => [key, { type }])), ...own };
        expect(() => parseArgs({ args, options, allowPositionals: true, strict: true }), `${name}: ${args.join(' ')}`).not.toThrow();
      }
    },
  );

  test('that call the program do', () => {
    for (const name of ['github-actions.yml', 'gitlab-ci.yml', 'Containerfile', 'publish.sh'])
      expect(commandsIn(read(name)).map(([command]) => command)).toContain('build');
  });

  test.each(names.filter((name) => name.endsWith('.yml')))('%s is YAML without a key that stands twice', (name) => {
    expect(Object.keys(parse(read(name), { uniqueKeys: true }) as object).length).toBeGreaterThan(1);
  });

  test('GitHub: a job that publishes does not run on a pull request, and may write nothing but the pages', () => {
    const { jobs, permissions } = parse(read('github-actions.yml')) as {
      permissions: object;
      jobs: Record<string, { if: string; permissions?: object; steps: { uses?: string; run?: string }[] }>;
    };
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs['publish']?.if).toBe("github.event_name != 'pull_request'");
    expect(jobs['publish']?.permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' });
    expect(jobs['check']?.permissions).toBeUndefined();
    for (const { steps } of Object.values(jobs)) for (const step of steps) expect(Boolean(step.uses) !== Boolean(step.run)).toBe(true);
  });

  test('Containerfile: copies what the recipe and the build have, and does not run as root', () => {
    const lines = read('Containerfile').split('\n');
    const copied = lines.flatMap((line) => /^COPY (?:--from=build )?(.+) \S+$/.exec(line)?.[1]?.split(' ') ?? []);
    expect(copied).toEqual(['package.json', 'package-lock.json', 'our-log', 'nginx.conf', '/log/public-hosts/nginx', '/log/public']);
    expect(names).toContain('nginx.conf');
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER nginx']);
  });
});

describe.skipIf(!has('rsync'))('publish.sh (skipped where there is no rsync)', () => {
  test('brings a site to a folder, and takes away there what is gone', () => {
    const place = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-publish-'));
    try {
      cpSync(path.join(RECIPES, 'publish.sh'), path.join(place, 'publish.sh'));
      // In the place of the program: it writes a site of the state that stands in a file.
      mkdirSync(path.join(place, 'bin'));
      writeFileSync(
        path.join(place, 'bin/npx'),
        '#!/bin/sh\nset -e\n[ "$2 $3 $4" = "build --log our-log" ]\nrm -rf public\nmkdir -p public/_astro public/search/index-1 public/data\ncp state "public/$(cat state).html"\nfor f in _astro/a.js search/index-1/a.bin search/index.html index.html data/a.csv; do cp state "public/$f"; done\n',
      );
      chmodSync(path.join(place, 'bin/npx'), 0o755);
      const publish = (state: string) => {
        writeFileSync(path.join(place, 'state'), state);
        const env = { ...process.env, PATH: `${path.join(place, 'bin')}:${process.env['PATH']}` };
        return spawnSync('bash', ['publish.sh', path.join(place, 'www')], { cwd: place, env, encoding: 'utf8' });
      };
      const there = () =>
        readdirSync(path.join(place, 'www'), { recursive: true, withFileTypes: true })
          .filter((each) => each.isFile())
          .map((each) => path.relative(path.join(place, 'www'), path.join(each.parentPath, each.name)))
          .sort();
      expect(publish('first')).toMatchObject({ status: 0, stderr: '' });
      const rest = ['_astro/a.js', 'data/a.csv', 'index.html', 'search/index-1/a.bin', 'search/index.html'];
      expect(there()).toEqual([...rest, 'first.html'].sort());
      expect(publish('second')).toMatchObject({ status: 0, stderr: '' });
      expect(there()).toEqual([...rest, 'second.html'].sort());
      expect(readFileSync(path.join(place, 'www/index.html'), 'utf8')).toBe('second');
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });

  test('says what it expects', () => {
    const { status, stderr } = spawnSync('bash', [path.join(RECIPES, 'publish.sh')], { encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stderr).toContain('Expected a target, such as');
  });
});
