import { blocks, loadLog } from '../log/load-log.ts';
import { type Command, UsageError } from './command.ts';
import { count, formatFinding, summarise } from './report.ts';
import { bar } from './terminal.ts';

const FORMATS = ['text', 'json'];

export const checkCommand: Command = {
  name: 'check',
  summary: 'find every mistake in a log, with its line and its mend',
  usage: 'check [--format text|json]',
  operands: [],
  usesCache: true,
  options: {
    format: { type: 'string', default: 'text', value: 'FORMAT', description: '`text` for people, `json` for programs' },
  },
  examples: [
    { line: 'disclosure-log check', what: 'the log in ./content' },
    { line: 'disclosure-log check --log ../our-log --format json', what: 'another log, as JSON' },
  ],
  async run({ values, log: dir, cache, terminal }) {
    const format = String(values['format']);
    if (!FORMATS.includes(format)) throw new UsageError(`Unexpected --format ${format}, expected ${FORMATS.join(' or ')}`);
    const { findings, counts } = await loadLog({
      dir,
      cache,
      now: new Date(),
      onProgress: (done, of) => terminal.progress(bar(done, of, 'entries read')),
    });
    terminal.done();
    const summary = {
      entries: counts.entries,
      published: counts.published,
      drafts: counts.drafts,
      embargoed: counts.embargoed,
      withdrawn: counts.withdrawn,
    };
    if (format === 'json') terminal.out(JSON.stringify({ findings, notInspected: [], summary }, null, 2));
    else {
      for (const finding of findings) terminal.out(formatFinding(finding, terminal.colour));
      terminal.note(`${summarise(findings)}. ${describe(counts)}`);
    }
    return blocks(findings) ? 1 : 0;
  },
};

/** `46 entries: 43 published, 1 draft, 1 under embargo, 1 withdrawn.` */
export function describe(counts: { entries: number; published: number; drafts: number; embargoed: number; withdrawn: number }): string {
  const parts = [
    `${counts.published.toLocaleString('en-GB')} published`,
    counts.drafts > 0 && count(counts.drafts, 'draft'),
    counts.embargoed > 0 && `${counts.embargoed.toLocaleString('en-GB')} under embargo`,
    counts.withdrawn > 0 && `${counts.withdrawn.toLocaleString('en-GB')} withdrawn`,
  ];
  return `${count(counts.entries, 'entry')}: ${parts.filter(Boolean).join(', ')}.`;
}
