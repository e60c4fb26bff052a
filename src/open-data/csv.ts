import { stringify } from 'csv-stringify/sync';
import type { PublicRecord } from './record.ts';

/** The columns of disclosures.csv, one row an entry, with the words that /data/ prints. */
export const COLUMNS: readonly { name: string; description: string; value: (record: PublicRecord) => string }[] = [
  { name: 'reference', description: "The authority's reference.", value: ({ reference }) => reference },
  { name: 'title', description: 'What was asked about.', value: ({ title }) => title },
  { name: 'address', description: 'Permanent address of the answer.', value: ({ address }) => address },
  { name: 'law', description: 'Law it was answered under: FOIA, EIR, FOISA or EISR.', value: ({ law }) => law },
  {
    name: 'received',
    description: 'Day the request was received (YYYY-MM-DD); empty where not stated, as in every column.',
    value: ({ received }) => received ?? '',
  },
  { name: 'responded', description: 'Day the answer was sent.', value: ({ responded }) => responded ?? '' },
  { name: 'published', description: 'Day the answer was published here.', value: ({ published }) => published ?? '' },
  { name: 'updated', description: 'Day the published answer last changed.', value: ({ updated }) => updated ?? '' },
  {
    name: 'outcome',
    description: 'Overall outcome as one word; empty where the questions of one request were answered in different ways.',
    value: ({ outcome }) => outcome ?? '',
  },
  { name: 'outcome_in_words', description: 'Overall outcome as the site shows it.', value: ({ outcomeInWords }) => outcomeInWords ?? '' },
  { name: 'exemptions', description: 'Provisions relied on, separated by semicolons.', value: ({ exemptions }) => exemptions.join('; ') },
  { name: 'topics', description: 'Topics, separated by semicolons.', value: ({ topics }) => topics.join('; ') },
  { name: 'department', description: 'Part of the authority that answered.', value: ({ department }) => department ?? '' },
  { name: 'questions', description: 'How many numbered questions the request has.', value: ({ questions }) => String(questions.length) },
  {
    name: 'attachments',
    description: 'Addresses of the files published with the answer, separated by spaces.',
    value: ({ attachments }) => attachments.map(({ address }) => address).join(' '),
  },
];

/**
 * RFC 4180, UTF-8 with a byte order mark (so that spreadsheets read accents), CRLF. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it, which OWASP recommends; the JSON has the text as it is.
 */
export function csvOf(records: readonly PublicRecord[]): string {
  const rows = records.map((record) => COLUMNS.map(({ value }) => value(record)));
  return stringify([COLUMNS.map(({ name }) => name), ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}
