/** One line of the comparison; `null` where the tool failed. */
export interface Measure {
  tool: string;
  seconds: number | null;
  /** Megabytes of the largest process. */
  memory: number | null;
}

export interface ToolResult {
  tool: string;
  /** Medians of the runs; `null` where a run failed. */
  seconds: number | null;
  memory: number | null;
  /** Seconds of each run, in their order. */
  each: (number | null)[];
}

export interface Results {
  day: string;
  cores: number;
  /** Gibibytes. */
  memory: number;
  node: string;
  hugo: string | null;
  commit: string | null;
  runs: number;
  sizes: { entries: number; tools: ToolResult[] }[];
}

/** The tools by the words that the comparison calls them, with ours; in the order of columns and lines. */
export const TOOLS: Record<string, { label: string; peer: boolean }> = {
  'this project, no cache': { label: 'disclosure-log', peer: false },
  'this project, one entry new': { label: 'one entry changed', peer: false },
  'Eleventy + Pagefind': { label: 'Eleventy + Pagefind', peer: true },
  'Hugo + Pagefind': { label: 'Hugo + Pagefind', peer: true },
};

/** The measures in what the comparison prints: a name, seconds and megabytes a line; other lines are what a tool that failed has said. */
export function readMeasures(text: string): Measure[] {
  const number = (word = '') => (word === 'nan' ? null : Number(word));
  return [...text.matchAll(/^(\S.*?) +(\d[\d.]*|nan) s +(\d+|nan) MB$/gm)].map(([, tool = '', seconds, memory]) => {
    if (!(tool in TOOLS)) throw new Error(`Unexpected “${tool}” in the comparison, expected ${Object.keys(TOOLS).join(', ')}`);
    return { tool, seconds: number(seconds), memory: number(memory) };
  });
}

/** The runs of each tool as one, in the order of the table. A tool that was not there is left out. */
export function gather(measures: readonly Measure[]): ToolResult[] {
  return Object.keys(TOOLS).flatMap((tool) => {
    const runs = measures.filter((measure) => measure.tool === tool);
    if (runs.length === 0) return [];
    const each = runs.map(({ seconds }) => seconds);
    return [{ tool, seconds: median(each), memory: median(runs.map(({ memory }) => memory)), each }];
  });
}

/** `null` where one of them is. */
export function median(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length < values.length || sorted.length === 0) return null;
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}

/** Seconds, the memory of the largest process, and how many times as long as each peer the whole build takes, as markdown. */
export function asTable(results: Results): string {
  const tools = Object.keys(TOOLS).filter((tool) => results.sizes.some(({ tools }) => tools.some((each) => each.tool === tool)));
  const peers = tools.filter((tool) => TOOLS[tool]?.peer);
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const hugo = results.hugo ? `Hugo ${results.hugo}` : 'Hugo is not installed here and took no part';
  return [
    row(['Entries', ...tools.map((tool) => TOOLS[tool]?.label ?? tool), ...peers.map((tool) => `to ${TOOLS[tool]?.label}`)]),
    row(['--:', ...[...tools, ...peers].map(() => '--:')]),
    ...results.sizes.map(({ entries, tools: measured }) => {
      const of = (tool: string) => measured.find((each) => each.tool === tool);
      const own = of('this project, no cache')?.seconds ?? null;
      const ratio = (seconds: number | null) => (own === null || seconds === null ? '–' : `${(own / seconds).toFixed(2)} ×`);
      return row([
        entries.toLocaleString('en-GB'),
        ...tools.map((tool) => cost(of(tool))),
        ...peers.map((tool) => ratio(of(tool)?.seconds ?? null)),
      ]);
    }),
    '',
    `Medians of ${results.runs} ${results.runs === 1 ? 'run' : 'runs'} on ${results.cores} cores, ${results.memory} GB, Node ${results.node}, ${hugo}; ${results.day}. Memory is that of the largest process.`,
  ].join('\n');
}

function cost(result: ToolResult | undefined): string {
  if (!result) return '–';
  if (result.seconds === null || result.memory === null) return 'failed';
  return `${result.seconds.toFixed(1)} s, ${result.memory < 1000 ? `${result.memory} MB` : `${(result.memory / 1000).toFixed(1)} GB`}`;
}
