import { TEXT_RULES, type TextRuleId } from './text-rules/text-rules.ts';

/** Rules about words, as the table below has rules: an entry's text is a text like any other. */
const OF_WORDS = Object.fromEntries(
  Object.entries(TEXT_RULES).map(([id, { severity, finds, mend, why }]) => [id, { severity, finds, mend, why }]),
) as Record<TextRuleId, RuleWords>;

/** What the reference says of a rule. */
export interface RuleWords {
  severity: 'block' | 'warn';
  finds: string;
  mend: string;
  /** Why it matters, where the finding does not say it already. */
  why?: string;
}

/**
 * Every rule that a log is checked against: what it finds, why it matters, how to mend it. One closed table: findings name a rule of it, and
 * the reference documentation prints it. A rule's name is stable.
 */
export const RULES = {
  // The files of a log
  'no-log': {
    severity: 'block',
    finds: 'No log.yaml in the folder of the log.',
    mend: 'Create it with the lines `authority:`, `law:` and `topics:`; or name the folder of the log with `--log DIR`.',
  },
  'no-entries': {
    severity: 'block',
    finds: 'No folder `disclosures/` in the log.',
    mend: 'Create it, or bring in what you have with `disclosure-log import`.',
  },
  'stray-entry': {
    severity: 'block',
    finds: 'A markdown file below `disclosures/` that is not the `index.md` of a folder: it would be left out in silence.',
    mend: 'Move it to `index.md` in a folder of its own.',
  },
  'link-out': { severity: 'block', finds: 'A symbolic link: it could lead out of the log.', mend: 'Put the file itself in its place.' },
  'page-name': {
    severity: 'block',
    finds: 'A page in `pages/` whose name cannot be an address, or is one that the site itself uses.',
    mend: 'Rename the file: lower-case letters, digits and hyphens.',
  },
  'security-expires': {
    severity: 'warn',
    finds: '`security.expires` in log.yaml is past, or less than 30 days away. An expired `security.txt` is not published.',
    mend: 'See that the contact is still right, then write a later day, less than a year ahead.',
  },
  // The front matter as YAML
  'no-front-matter': {
    severity: 'block',
    finds: 'A file that does not begin with front matter, or whose front matter is never closed.',
    mend: 'Begin the file with a line of `---`, then the fields, then `---` again.',
  },
  yaml: {
    severity: 'block',
    finds: 'Front matter or log.yaml that is not YAML as this project reads it: one document of at most 64 KiB, without aliases and tags.',
    mend: 'Mend the line. A value that holds `: `, `#`, brackets or quotes goes in quotes.',
  },
  'duplicate-key': { severity: 'block', finds: 'A key that stands twice.', mend: 'Delete one of the two lines.' },
  'unknown-key': {
    severity: 'block',
    finds: 'A key that the reference does not know: a slip of the pen, or something that is not meant for publication.',
    mend: 'Write the key that the message offers, or delete the line.',
  },
  'missing-key': { severity: 'block', finds: 'A key that must be there and is not.', mend: 'Add the line.' },
  'bad-date': {
    severity: 'block',
    finds: 'A day that is not written `YYYY-MM-DD`, or is in no calendar.',
    mend: 'Write the day as `YYYY-MM-DD`; delete the line if the day is not known.',
  },
  'bad-value': {
    severity: 'block',
    finds: 'A value that is not of the kind, or not one of the words, that the field takes.',
    mend: 'Write one of the values that the message lists.',
  },
  // What the fields mean
  'bad-reference': {
    severity: 'block',
    finds: 'A reference without a letter or digit: no address can be made from it.',
    mend: "Write the authority's reference.",
  },
  'duplicate-reference': {
    severity: 'block',
    finds: 'A reference that another entry has.',
    mend: 'Give each entry a reference of its own; delete the copy if it is one.',
  },
  'duplicate-slug': {
    severity: 'block',
    finds: 'Two references that meet in one address, such as `101/24` and `101_24`.',
    mend: 'Write one of them in another way, as `101/24-B`.',
  },
  'unknown-provision': {
    severity: 'block',
    finds: 'A provision that the law of the entry does not have.',
    mend: 'Check the number; name another law as `{law: eir, provision: 12(4)(b)}`.',
  },
  'unknown-question': {
    severity: 'block',
    finds: 'A question in the front matter whose number the text does not show.',
    mend: 'Use the number as the text shows it; number the questions under `## Request`.',
  },
  'duplicate-question': {
    severity: 'block',
    finds: 'A question stated more often than its number stands in the text.',
    mend: 'Delete one of the lines.',
  },
  'closed-reason': {
    severity: 'block',
    finds: '`outcome: closed` without `closedReason`, or `closedReason` with another outcome.',
    mend: 'Say why it was closed, or delete the reason.',
  },
  withdrawn: {
    severity: 'block',
    finds: '`status: withdrawn` without `withdrawn`, or the other way about.',
    mend: 'Write both: the status, and `withdrawn: {date: …, reason: …}`.',
  },
  'undeclared-topic': {
    severity: 'block',
    finds: 'A topic that log.yaml does not declare.',
    mend: 'Write a declared topic, or declare this one under `topics` in log.yaml.',
  },
  'unknown-reference': {
    severity: 'block',
    finds: '`related`, `supersedes` or `supersededBy` names no other entry of the log.',
    mend: 'Write the reference of an entry, or delete it.',
  },
  redirect: { severity: 'block', finds: 'A path in `redirectFrom` that is in use, or leads somewhere else already.', mend: 'Delete it.' },
  // Files beside an entry
  'attachment-path': {
    severity: 'block',
    finds: 'An attachment given as a path, or as a file that the site needs for itself.',
    mend: 'Put the file beside the entry and give its name alone.',
  },
  'missing-attachment': {
    severity: 'block',
    finds: 'A declared attachment that is not beside the entry, letter for letter.',
    mend: 'Put the file there, or correct its name.',
  },
  'duplicate-attachment': { severity: 'block', finds: 'A file declared twice.', mend: 'Delete one of the lines.' },
  'undeclared-attachment': {
    severity: 'warn',
    finds: 'A file beside an entry that is not declared: it is not published.',
    mend: 'Declare it under `attachments`, or move it out of the log.',
  },
  // The body
  'heading-level': {
    severity: 'block',
    finds: 'A heading of the first level (`#`): that is the title, which is in the front matter.',
    mend: 'Write `##` for a section.',
  },
  'raw-html': {
    severity: 'block',
    finds: 'HTML in a text: it is never published.',
    mend: 'Write it as markdown; to show it as text, put a backslash before the `<`.',
  },
  'html-comment': {
    severity: 'block',
    finds: 'A comment (`<!-- … -->`): an internal note in a file that is published.',
    mend: 'Delete it.',
  },
  'unsafe-link': {
    severity: 'block',
    finds: 'A link to something other than `https:`, `http:`, `mailto:` or `tel:`.',
    mend: 'Delete the link and keep its words.',
  },
  'undeclared-file': {
    severity: 'block',
    finds: 'A link to a file that is not among the attachments of the entry.',
    mend: 'Declare the file, or give a whole address.',
  },
  'remote-image': {
    severity: 'block',
    finds: 'An image from another site: it would tell that site who reads this one.',
    mend: 'Put the file beside the entry and declare it.',
  },
  'broken-link': {
    severity: 'block',
    finds: 'A link to a page of this site that does not exist.',
    mend: 'Write the address of a published entry, or delete the link.',
  },
  'empty-section': {
    severity: 'warn',
    finds: 'A heading under which nothing stands.',
    mend: 'Write what was meant to stand there, or delete the heading.',
  },
  // What an answer should say
  'question-without-outcome': {
    severity: 'warn',
    finds: 'A question, or an entry without numbered questions, for which no outcome is stated: the site shows it as not stated.',
    mend: 'State `outcome` for the entry, or for each question under `questions`.',
  },
  'no-public-interest-test': {
    severity: 'warn',
    finds:
      'A qualified exemption, or an exception, where the answer says nothing of the public interest (FOIA section 2(2)(b), EIR regulation 12(1)(b)).',
    mend: 'Write the public interest test into the answer, or declare the refusal notice that holds it.',
  },
  'dates-out-of-order': {
    severity: 'warn',
    finds: 'Days that cannot follow each other: an answer before its request, a publication before its answer.',
    mend: 'Correct the day that is wrong.',
  },
  'date-in-future': {
    severity: 'warn',
    finds: 'A day on which something has happened, and which has not come yet.',
    mend: 'Correct the day; to publish later, use `publishAfter`.',
  },
  'stale-acknowledgement': {
    severity: 'warn',
    finds: 'Something under `acknowledged` that accepts nothing: the file has changed since, or the rule finds nothing in it.',
    mend: 'Look at the file again; then write its new sha256, or delete the line.',
  },
  // Words, in an entry and in any file
  ...OF_WORDS,
} as const satisfies Record<string, RuleWords>;

export type Rule = keyof typeof RULES;
