import { describePlace } from '../../attachments/reading.ts';
import { Table, type Cell, type Sheet } from '../passages.ts';
import type { FileRule } from '../rule.ts';

/** Columns that say where or when; in what they count, a small number is a few people. */
const PLACE_OR_PERIOD =
  /\b(?:area|ward|town|city|district|borough|county|village|parish|region|division|sector|beat|postcode|location|place|site|station|school|hospital|prison|trust|street|neighbourhood|lsoa|msoa|local authority|year|quarter|month|week|date|day|period)\b/i;
/** Columns of people and of what happens to them. */
const PEOPLE =
  /\b(?:people|persons?|patients?|pupils?|students?|children|child|boys?|girls?|men|women|male|female|staff|officers?|employees?|offenders?|suspects?|victims?|detainees?|prisoners?|applicants?|claimants?|residents?|tenants?|cases?|deaths?|births?|suicides?|arrests?|charges?|convictions?|cautions?|complaints?|dismiss(?:als?|ed)|incidents?|offences?|crimes?|assaults?|rapes?|injuries|referrals?|admissions?|diagnos[ei]s|count|number|no|total|asian|black|white|mixed|ethnicity|disab\w+|aged?|under \d+|over \d+|\d+ ?[-–to]+ ?\d+)\b/i;
/** Columns of numbers that count nothing. */
const NO_COUNT =
  /%|percent|\brate\b|\bshare\b|\bmean\b|\bmedian\b|\baverage\b|\bratio\b|\bscore\b|\brank\b|\bband\b|\blevel\b|\bgrade\b|\bpriority\b|\bquestion\b|\bq\d?\b|\bref\b|\bid\b|£|\bcost\b|\bprice\b|\bhours?\b|\bminutes?\b|\bdays\b|\bfloor\b|\bseats?\b|\byear\b|\bquarter\b|\bmonth\b|\bweek\b/i;
/** Rows that a table has at least. */
const FEWEST_ROWS = 2;

export const smallCounts: FileRule = {
  id: 'small-counts',
  severity: 'warn',
  kinds: ['csv', 'xlsx'],
  finds: 'Counts of people, or of what happened to them, from 1 to 4 beside a place or a period.',
  why: 'So few people in one place or one month can be recognised by those who live there.',
  mend: { any: 'Give “fewer than 5” for such counts, or join the places or periods; then see that no total gives them away.' },
  find(reading) {
    const small = [...new Table(reading).sheets.values()].flatMap(smallIn);
    const [first] = small;
    if (!first) return [];
    const at = describePlace(first.place);
    const message =
      small.length === 1
        ? `A count below 5 beside a place or a period, in ${at}`
        : `${small.length.toLocaleString('en-GB')} counts below 5 beside a place or a period, the first in ${at}`;
    return [{ place: first.place, message }];
  },
};

function smallIn({ headings, rows }: Sheet): Cell[] {
  if (rows.size < FEWEST_ROWS || ![...headings.values()].some((heading) => PLACE_OR_PERIOD.test(heading))) return [];
  const byColumn = new Map<number, Cell[]>();
  for (const row of rows.values())
    for (const cell of row) {
      const column = byColumn.get(cell.column);
      if (column) column.push(cell);
      else byColumn.set(cell.column, [cell]);
    }
  return [...byColumn].flatMap(([column, cells]) => {
    const heading = headings.get(column) ?? '';
    const counts = cells.filter(({ text }) => /^\d{1,3}(?:,\d{3})*$|^\d{1,9}$/.test(text.trim()));
    const isCounted = PEOPLE.test(heading) && !NO_COUNT.test(heading) && counts.length * 2 >= cells.length;
    return isCounted ? counts.filter(({ text }) => /^[1-4]$/.test(text.trim())) : [];
  });
}
