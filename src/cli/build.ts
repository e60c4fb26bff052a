import path from 'node:path';
import { onProgress } from '../log/progress.ts';
import { engineFolder } from '../log/run-options.ts';
import { hostsFolder } from '../log/policy-file.ts';
import type { Log } from '../log/log.ts';
import type { Part } from '../search/spans.ts';
import { startAhead } from '../search/span-threads.ts';
import type { BuiltSite } from '../site/build-site.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { sayError } from './faults.ts';
import { loadToPublish } from './load-to-publish.ts';
import { OutputError, Replacement } from './replacement.ts';
import { count, describeCounts } from './report.ts';
import { readBase, readSite } from './site-address.ts';
import { bar } from './terminal.ts';

const WORDS = { pages: 'pages written', files: 'files copied', index: 'entries indexed', compressed: 'files compressed' };

export const buildCommand: Command = {
  name: 'build',
  summary: 'check the log and make the site',
  usage: 'build [--out DIR] [--site URL] [--base PATH] [--compress] [--keep-previous] [--part N/M]',
  operands: [],
  usesCache: true,
  options: {
    out: {
      type: 'string',
      default: 'dist',
      value: 'DIR',
      description: 'where the site goes; replaced as a whole, and only when the build succeeds; restore puts the one before back',
    },
    site: { type: 'string', value: 'URL', description: 'canonical address, such as https://foi.example.org; overrides log.yaml' },
    base: { type: 'string', default: '/', value: 'PATH', description: 'path the site is served under, such as /foi/' },
    compress: {
      type: 'boolean',
      default: false,
      description: 'put a .br and a .gz beside each file of text, which nginx, Apache, Caddy and serve send instead',
    },
    'keep-previous': {
      type: 'boolean',
      default: false,
      description:
        'let the scripts and the search index of the last build stay for this one, for pages that are open in a browser; no index that holds an answer since changed or withdrawn',
    },
    part: {
      type: 'string',
      value: 'N/M',
      description: 'only the work that one of several machines can do ahead, into --cache; writes no site',
    },
  },
  examples: [
    { line: 'disclosure-log build', what: 'the log in ./content, to ./dist' },
    { line: 'disclosure-log build --log ../our-log --out ../public --base /foi/', what: 'another log, for a subfolder of a site' },
    { line: 'disclosure-log build --out /var/www/foi --compress --keep-previous', what: 'into the folder that nginx serves' },
    { line: 'disclosure-log build --part 2/4 --cache part-2', what: 'the second of four machines; put their caches together, then build' },
  ],
  async run(invocation) {
    const { values, log: dir, cache, terminal } = invocation;
    const started = performance.now();
    const now = new Date();
    const site = readSite(values['site']);
    const base = readBase(String(values['base']));
    const part = readPart(values['part']);
    const target = path.resolve(String(values['out']));
    const replacement = await Replacement.prepare(target, cache, [dir, cache, engineFolder(), process.cwd()]);

    startAhead();
    const loaded = await loadToPublish(invocation, { site, now });
    if (!loaded) return 1;
    const { log, counts } = loaded;
    if (part) return buildAhead(log, part, { dir, cache, terminal });
    if (log.settings.site === null)
      terminal.note(
        'log.yaml states no site: feeds, sitemap and citations carry paths instead of addresses. Add site: https://…, or use --site.',
      );

    await replacement.begin();
    onProgress(({ what, done, of }) => terminal.progress(bar(done, of, WORDS[what])));
    let pages: Pick<BuiltSite, 'drawn' | 'reused' | 'kept' | 'compressed'>;
    try {
      const { buildSite } = await import('../site/build-site.ts');
      const extras = { compress: values['compress'] === true, keepPrevious: values['keep-previous'] === true };
      const built = await buildSite({ dir, cache, out: replacement.folder, site, base, drafts: false, now }, target, extras);
      terminal.done();
      await replacement.commit();
      built.remember();
      pages = built;
    } catch (error) {
      terminal.done();
      await replacement.discard();
      if (error instanceof OutputError) throw error;
      terminal.note(`The site could not be built, and nothing was written: ${sayError(error)}`);
      return 1;
    } finally {
      onProgress(null);
    }
    const name = path.relative(process.cwd(), target) || target;
    terminal.note(`Files for hosts and the order of an upload: ${hostsFolder(name)}`);
    if (pages.kept.names.length > 0) terminal.note(`Of the last build stay for open pages: ${pages.kept.names.join(', ')}`);
    if (pages.kept.gone > 0)
      terminal.note(
        `The search index of the last build does not stay: it holds ${count(pages.kept.gone, 'answer')} since changed or withdrawn. A page that is open now searches again when it is loaded anew.`,
      );
    if (pages.compressed.variants > 0)
      terminal.note(`${count(pages.compressed.variants, 'compressed variant')}, ${pages.compressed.made} made anew.`);
    const seconds = (performance.now() - started) / 1000;
    terminal.out(
      `${describeCounts(counts)} ${count(counts.read, 'entry')} read anew, ${count(pages.drawn, 'page')} drawn, ${pages.reused} as they were. Built in ${seconds.toFixed(1)} s: ${name}`,
    );
    return 0;
  },
};

/** One machine's share of a build: what the cache then has, the build that has all caches together need not do. */
async function buildAhead(
  log: Log,
  part: Part,
  { dir, cache, terminal }: { dir: string; cache: string; terminal: Terminal },
): Promise<ExitCode> {
  try {
    const { buildPart } = await import('../search/build-spans.ts');
    const { spans, of } = await buildPart(log, part, {
      dir,
      cache,
      onProgress: (done, of) => terminal.progress(bar(done, of, WORDS.index)),
    });
    terminal.done();
    terminal.out(
      `Part ${part.number} of ${part.of}: ${spans} of ${count(of, 'span')} of the search index stand in ${cache}. No site was written.`,
    );
    return 0;
  } catch (error) {
    terminal.done();
    terminal.note(`The part could not be built: ${sayError(error)}`);
    return 1;
  }
}

/** `--part`: `2/4`, `null` where it is not given. */
function readPart(value: unknown): Part | null {
  if (typeof value !== 'string') return null;
  const [, number = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []).map(Number);
  if (number < 1 || number > of) throw new UsageError(`Unexpected --part ${value}, expected a part and how many there are, such as 2/4`);
  return { number, of };
}
