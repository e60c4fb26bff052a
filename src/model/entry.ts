import { z } from 'zod';
import { CLOSED_REASONS, OUTCOME_IDS, type ClosedReason, type Outcome } from './outcomes.ts';
import { LAW_IDS } from './laws.ts';
import { isIsoDate, isIsoMinute } from './dates.ts';

/*
 * The front matter of an entry. YAML is read with every scalar as a string (see markdown/front-matter.ts), so no field here can be
 * mistaken for a number, a date or a boolean by the reader. Each key's description is printed in the reference documentation.
 */

const text = z.string({ error: 'expected text' }).trim().min(1, 'expected text, found nothing');
const day = z
  .string({ error: 'expected a day as YYYY-MM-DD' })
  .refine(isIsoDate, { error: 'expected a day as YYYY-MM-DD that exists in the calendar' });
const minute = z.string({ error: 'expected YYYY-MM-DD or YYYY-MM-DDThh:mm' }).refine((value) => isIsoDate(value) || isIsoMinute(value), {
  error: 'expected YYYY-MM-DD or YYYY-MM-DDThh:mm, in the time zone of log.yaml',
});
const flag = z.enum(['true', 'false'], { error: 'expected true or false' }).transform((value) => value === 'true');
const slug = z
  .string({ error: 'expected text' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a slug: lower-case letters and digits, joined by single hyphens');
const webAddress = z
  .string({ error: 'expected a web address' })
  .refine(isWebAddress, { error: 'expected a web address that begins with https:// or http://' });
const path = z
  .string({ error: 'expected a path' })
  .regex(/^\/[^\s?#]*$/, 'expected a path on this site that begins with /')
  .refine(isPlainPath, { error: 'expected a path that a web server can answer at: without //, /../, \\ and control characters' });

/** True for what can stand in the file of a host and as the name of a file. */
function isPlainPath(path: string): boolean {
  try {
    const decoded = decodeURIComponent(path);
    const isLong = decoded.length > 500 || decoded.split('/').some((part) => new TextEncoder().encode(part).length > 200);
    return !isLong && !/[\\\p{Cc}\u2028\u2029]|\/\/|\/\.{1,2}(?:\/|$)/u.test(decoded);
  } catch {
    return false;
  }
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

const law = z.enum(LAW_IDS, { error: `expected one of ${LAW_IDS.join(', ')}` });
const outcome = z.enum(OUTCOME_IDS, { error: `expected one of ${OUTCOME_IDS.join(', ')}` });
const closedReasons = Object.keys(CLOSED_REASONS) as [ClosedReason, ...ClosedReason[]];
const closedReason = z.enum(closedReasons, { error: `expected one of ${closedReasons.join(', ')}` });

/** A provision as written: `31(3)` under the entry's own law, or `{law: eir, provision: 12(4)(b)}` under another. */
const provision = z.union([z.string(), z.strictObject({ law, provision: text })], {
  error: 'expected a provision such as 31(3), or {law: eir, provision: 12(4)(b)}',
});
const provisions = z.array(provision, { error: 'expected a list such as [24(2), 31(3)]' });

/** What a review by the authority itself decided. */
export const REVIEW_OUTCOMES = { upheld: 'Upheld', 'partly-upheld': 'Partly upheld', overturned: 'Overturned' } as const;
/** What a regulator or tribunal decided. */
export const DECISION_OUTCOMES = {
  upheld: 'Complaint upheld',
  'partly-upheld': 'Complaint partly upheld',
  'not-upheld': 'Complaint not upheld',
  'informally-resolved': 'Informally resolved',
  withdrawn: 'Complaint withdrawn',
} as const;
/** What kinds of file are published with an answer. */
export const ATTACHMENT_KINDS = {
  'response-letter': 'Response letter',
  'released-record': 'Released record',
  dataset: 'Data',
  'refusal-notice': 'Refusal notice',
  'internal-review': 'Internal review',
  'decision-notice': 'Decision notice',
  schedule: 'Schedule of documents',
} as const;

/** Whether an entry is shown: `published` (the default), `draft` (never leaves the folder), `withdrawn` (a tombstone keeps its address). */
export const STATUSES = ['published', 'draft', 'withdrawn'] as const;

const keys = <K extends string>(table: Record<K, unknown>) => {
  const ids = Object.keys(table) as [K, ...K[]];
  return z.enum(ids, { error: `expected one of ${ids.join(', ')}` });
};
const list = <T extends z.ZodType>(of: T) => z.array(of, { error: 'expected a list' });

const question = z.strictObject({
  number: text.meta({ description: 'The number as the text shows it: `"1"`, `"3A"`, `"2(b)"`.' }),
  outcome: outcome.optional().meta({ description: 'How this question was answered.' }),
  exemptions: provisions.optional().meta({ description: 'The provisions relied on for this question.' }),
  closedReason: closedReason.optional().meta({ description: 'Why this question was closed without a decision.' }),
});

const attachment = z.strictObject({
  file: text.meta({ description: 'The file name, beside the entry.' }),
  title: text.optional().meta({ description: 'What the file is, in words for the reader. Without it the file name is shown.' }),
  kind: keys(ATTACHMENT_KINDS).optional().meta({ description: 'What kind of document it is.' }),
  lang: text.optional().meta({ description: 'Its language, as a language tag, where it is not that of the log.' }),
  licence: text.optional().meta({ description: 'Its licence, where it is not that of the log.' }),
  accessible: flag.optional().meta({ description: '`false` where the file does not meet the accessibility regulations.' }),
  reason: text.optional().meta({ description: 'Why it is not accessible, and how to have it in another form.' }),
  withdrawn: z
    .strictObject({ date: day, reason: text })
    .optional()
    .meta({ description: 'The file is no longer published; its title and the reason stay.' }),
});

/** Every key of an entry's front matter, with the words that the reference documentation prints. */
export const entrySchema = z.strictObject({
  title: text.meta({ description: 'What was asked about, in a few words.' }),
  reference: text.meta({
    description: "The authority's reference, in any shape, unique in the log. The permanent address is made from it alone.",
  }),
  law: law.optional().meta({ description: 'The law it was answered under. Default: the `law` of log.yaml.' }),
  status: z
    .enum(STATUSES, { error: `expected one of ${STATUSES.join(', ')}` })
    .optional()
    .meta({ description: '`published` (the default), `draft` or `withdrawn`. A draft reaches no output.' }),
  lang: text.optional().meta({ description: 'The language of the entry, where it is not the first of log.yaml.' }),
  received: day.optional().meta({ description: 'The day the request was received.' }),
  clarificationRequested: day.optional().meta({ description: 'The day the authority asked what was meant. Stops the clock.' }),
  clarificationReceived: day.optional().meta({ description: 'The day that was answered. Starts the clock anew.' }),
  due: day.optional().meta({ description: 'The day the answer was due, where the authority records it.' }),
  extended: z
    .strictObject({ until: day, reason: text.optional() })
    .optional()
    .meta({ description: 'A permitted extension: until when, and why.' }),
  responded: day.optional().meta({ description: 'The day the answer was sent.' }),
  published: day.optional().meta({ description: 'The day the answer was published in the log.' }),
  updated: day.optional().meta({ description: 'The day the published answer last changed.' }),
  publishAfter: minute
    .optional()
    .meta({ description: "Embargo: before this day or minute, in the log's time zone, the entry reaches no output." }),
  reviewBy: day.optional().meta({ description: 'The last day on which an internal review could be asked for.' }),
  topics: list(slug).optional().meta({ description: 'Slugs of topics declared in log.yaml.' }),
  department: text.optional().meta({ description: 'The part of the authority that answered.' }),
  outcome: outcome
    .optional()
    .meta({ description: 'How the request as a whole was answered. Optional where every question states its own.' }),
  closedReason: closedReason.optional().meta({ description: 'Why it was closed without a decision, with `outcome: closed`.' }),
  exemptions: provisions
    .optional()
    .meta({ description: 'The provisions relied on: `[24(2), 31(3)]` under `law`; another law as `{law: eir, provision: 12(4)(b)}`.' }),
  questions: list(question).optional().meta({ description: 'The questions that have an outcome of their own.' }),
  attachments: list(attachment)
    .optional()
    .meta({ description: 'The files published with the answer. A file beside the entry that is not declared here is not published.' }),
  internalReview: z
    .strictObject({ outcome: keys(REVIEW_OUTCOMES), requested: day.optional(), date: day.optional(), note: text.optional() })
    .optional()
    .meta({ description: 'An internal review: when it was asked for and decided, its outcome, a note.' }),
  regulator: z
    .strictObject({
      name: text.optional(),
      reference: text,
      date: day.optional(),
      outcome: keys(DECISION_OUTCOMES),
      url: webAddress.optional(),
    })
    .optional()
    .meta({ description: "The regulator's decision: its reference, date, outcome and address." }),
  tribunal: z
    .strictObject({
      name: text.optional(),
      reference: text,
      date: day.optional(),
      outcome: keys(DECISION_OUTCOMES),
      url: webAddress.optional(),
    })
    .optional()
    .meta({ description: "A tribunal's decision, as for the regulator." }),
  corrections: list(z.strictObject({ date: day, note: text }))
    .optional()
    .meta({ description: 'What was corrected after publication, and when.' }),
  withdrawn: z
    .strictObject({ date: day, reason: text, showTitle: flag.optional() })
    .optional()
    .meta({ description: 'With `status: withdrawn`: when, why, and whether the tombstone may show the title.' }),
  supersedes: list(text).optional().meta({ description: 'References of earlier entries that this one replaces.' }),
  supersededBy: text.optional().meta({ description: 'Reference of the later entry that replaces this one.' }),
  related: list(text).optional().meta({ description: 'References of other entries worth reading with this one.' }),
  sameAs: list(webAddress).optional().meta({ description: 'Other addresses where the same answer is published.' }),
  series: text.optional().meta({ description: 'A name that repeated requests share, such as one asked every year.' }),
  redirectFrom: list(path)
    .optional()
    .meta({ description: 'Old paths of this answer on this site, below its base path: every host is told to lead them here.' }),
  acknowledged: list(z.strictObject({ rule: text, file: text, sha256: text, reason: text, by: text, on: day }))
    .optional()
    .meta({ description: 'Findings that a person has accepted, bound to the rule and to the bytes of the file. Never rendered.' }),
});

/** Front matter after validation; provisions are still as written (see `citations.ts` for their meaning). */
export type FrontMatter = z.output<typeof entrySchema>;
export type QuestionFields = NonNullable<FrontMatter['questions']>[number];
export type AttachmentFields = NonNullable<FrontMatter['attachments']>[number];
export type WrittenProvision = z.output<typeof provision>;
export type { Outcome };
