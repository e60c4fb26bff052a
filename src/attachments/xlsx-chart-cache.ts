import type { Gathering } from './gathering.ts';
import type { PlacedChart } from './xlsx-drawings.ts';

/** All values of the workbook's cells, as they are kept and as they are shown, to compare with what charts have kept. */
export class CellValues {
  private readonly values = new Set<string>();

  add(value: string | number | boolean, shown: string): void {
    this.values.add(keyOf(String(value)));
    this.values.add(keyOf(shown));
  }

  has(value: string): boolean {
    return this.values.has(keyOf(value));
  }
}

/** Figures as numbers with 12 digits, as far as a chart keeps them alike; words without regard to case and spaces. */
function keyOf(value: string): string {
  const text = value.trim();
  const number = text === '' ? NaN : Number(text);
  return Number.isNaN(number) ? text.toLowerCase().replace(/\s+/g, ' ') : String(Number(number.toPrecision(12)));
}

/** Tells the charts that keep values which no cell of the workbook has, or has any more. What hidden cells have is told with them. */
export function tellChartCaches(charts: readonly PlacedChart[], values: CellValues, gathering: Gathering): void {
  for (const { chart, sheet, part } of charts) {
    // LibreOffice writes `label 1` where a chart has words of its own.
    const strangers = chart.kept
      .filter(({ from }) => from.includes('!'))
      .flatMap((kept) => kept.values.filter((value) => !values.has(value)));
    for (const { values: all } of chart.kept) for (const value of all) gathering.name(value);
    if (strangers.length > 0) gathering.hide('chart-cache', strangers.join('\n'), strangers.length, { sheet, part });
  }
}
