import { TOOLS, type Results } from './build-results.ts';

const WIDTH = 760;
const HEIGHT = 420;
/** The plot, in pixels of the picture; labels of the lines stand at its right. */
const PLOT = { left: 64, right: 560, top: 56, bottom: 360 };
/** Least distance of two labels at the end of lines. */
const LINE = 18;

/** Each line differs in dash and mark too, not in colour alone. */
const LOOKS: { class: string; dash: string; mark: (x: number, y: number) => string }[] = [
  { class: 'a', dash: '', mark: (x, y) => `<circle cx="${x}" cy="${y}" r="5"/>` },
  { class: 'b', dash: '7 4', mark: (x, y) => `<path d="M${x} ${y - 6}l6 6-6 6-6-6z"/>` },
  { class: 'c', dash: '2 4', mark: (x, y) => `<rect x="${x - 4.5}" y="${y - 4.5}" width="9" height="9"/>` },
  { class: 'd', dash: '10 3 2 3', mark: (x, y) => `<path d="M${x} ${y - 6}l6 11h-12z"/>` },
];

/** Seconds against entries, both in powers of ten: a straight line at 45° is a cost that grows as the log does. Reads on light and on dark. */
export function pictureOf({ sizes, cores, runs }: Results): string {
  const points = Object.keys(TOOLS).map((tool) =>
    sizes.flatMap(({ entries, tools }) => {
      const seconds = tools.find((each) => each.tool === tool)?.seconds ?? null;
      return seconds === null ? [] : [{ entries, seconds: Math.max(seconds, 0.1) }];
    }),
  );
  const across = axis(
    sizes.map(({ entries }) => entries),
    PLOT.left,
    PLOT.right,
  );
  const up = axis(
    points.flat().map(({ seconds }) => seconds),
    PLOT.bottom,
    PLOT.top,
  );
  const lines = Object.values(TOOLS).flatMap(({ label, peer }, index) => {
    const look = LOOKS[index];
    const at = points[index]?.map(({ entries, seconds }) => [across.place(entries), up.place(seconds)] as const) ?? [];
    return look && at.length > 0 ? [{ look, at, label, bold: !peer }] : [];
  });
  const labels = apart(lines.map(({ at }) => at.at(-1)?.[1] ?? 0));
  const said = sizes.map(
    ({ entries, tools }) =>
      `${name(entries)} entries: ${tools.map(({ tool, seconds }) => `${TOOLS[tool]?.label} ${seconds === null ? 'failed' : `${seconds} s`}`).join(', ')}.`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title said">
<title id="title">Seconds that a build takes, by the number of entries</title>
<desc id="said">${said.join(' ')}</desc>
<style>
  svg { --paper: #fff; --ink: #1b1f24; --rule: #d5d9de; --a: #1d4f76; --b: #0f766e; --c: #9a3412; --d: #6d28d9; font: 14px system-ui, sans-serif; }
  @media (prefers-color-scheme: dark) { svg { --paper: #14181d; --ink: #e6e9ed; --rule: #3a424c; --a: #7cb8e8; --b: #5ecfc0; --c: #f5a37a; --d: #c0a3f7; } }
  .paper { fill: var(--paper); } text { fill: var(--ink); } .rule { stroke: var(--rule); } .line { fill: none; stroke-width: 2; } .to { text-anchor: end; } .mid { text-anchor: middle; } .bold { font-weight: 600; }
${LOOKS.map(({ class: one }) => `  .${one} { fill: var(--${one}); } .${one}.line { fill: none; stroke: var(--${one}); }`).join('\n')}
</style>
<rect class="paper" width="${WIDTH}" height="${HEIGHT}" rx="6"/>
<text class="bold" x="${PLOT.left}" y="30">Seconds to build a log, medians of ${runs} on ${cores} cores</text>
${up.ticks.map((tick) => `<path class="rule" d="M${PLOT.left} ${up.place(tick)}H${PLOT.right}"/><text class="to" x="${PLOT.left - 10}" y="${up.place(tick) + 5}">${name(tick)} s</text>`).join('\n')}
${across.ticks.map((tick) => `<path class="rule" d="M${across.place(tick)} ${PLOT.top}V${PLOT.bottom}"/><text class="mid" x="${across.place(tick)}" y="${PLOT.bottom + 22}">${name(tick)}</text>`).join('\n')}
<text class="mid" x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 46}">entries</text>
${lines
  .map(({ look, at, label, bold }, index) => {
    const [x, y] = at.at(-1) ?? [0, 0];
    const down = labels[index] ?? y;
    return [
      at.length > 1
        ? `<path class="${look.class} line" stroke-dasharray="${look.dash || 'none'}" d="M${at.map((point) => point.join(' ')).join('L')}"/>`
        : '',
      `<g class="${look.class}">${at.map((point) => look.mark(...point)).join('')}</g>`,
      `<path class="rule" d="M${x + 8} ${y}L${PLOT.right + 14} ${down}"/>`,
      `<text${bold ? ' class="bold"' : ''} x="${PLOT.right + 20}" y="${down + 5}">${label}</text>`,
    ]
      .filter(Boolean)
      .join('\n');
  })
  .join('\n')}
</svg>
`;
}

/** A scale by powers of ten over all values, in whole powers; its ticks are those powers. */
function axis(values: readonly number[], from: number, to: number): { ticks: number[]; place: (value: number) => number } {
  const logs = values.map(Math.log10);
  const low = Math.floor(Math.min(...logs));
  const high = Math.max(Math.ceil(Math.max(...logs)), low + 1);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  const place = (value: number) => Math.round((from + ((Math.log10(value) - low) / (high - low)) * (to - from)) * 10) / 10;
  return { ticks, place };
}

/** Places for labels: as near to the ends of their lines as a line of text each allows. */
function apart(ends: readonly number[]): number[] {
  const places = [...ends];
  let last = -Infinity;
  for (const index of ends.map((_, at) => at).sort((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0))) {
    last = Math.max(ends[index] ?? 0, last + LINE);
    places[index] = last;
  }
  return places;
}

const name = (value: number) => (value >= 1 ? value.toLocaleString('en-GB') : String(value));
