import { CLOSED_REASONS, OUTCOMES, type OverallOutcome, type Outcome } from '../model/outcomes.ts';
import { ATTACHMENT_KINDS } from '../model/entry.ts';
import { LAWS } from '../model/laws.ts';
import { enAsked } from './en-asked.ts';
import { enSearch } from './en-search.ts';
import { amount, spelledDay, type Counted } from './forms.ts';

/*
 * Every sentence the site says, in English. One table, a group for each place where the sentences stand; what depends on a number or a
 * name is a function, so that another language can put its words in its own order. A second language is a second table of this type.
 */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const number = (value: number) => amount(value, ',');
const count = (value: number, words: Counted) => `${number(value)} ${value === 1 ? words.one : words.other}`;
const answers = (value: number) => count(value, { one: 'answer', other: 'answers' });

export const en = {
  language: { name: 'English', tag: 'en-GB' },

  /* Numbers, days and sizes */
  number,
  answers,
  words: (value: number) => count(value < 20 ? value : Math.round(value / 10) * 10, { one: 'word', other: 'words' }),
  workingDays: (value: number) => count(value, { one: 'working day', other: 'working days' }),
  day: (iso: string) => spelledDay(iso, MONTHS),
  span: (first: number, last: number) => (first === last ? `${first}` : `${first} to ${last}`),
  size: (bytes: number) =>
    bytes < 1000
      ? count(bytes, { one: 'byte', other: 'bytes' })
      : bytes < 999_500
        ? `${Math.round(bytes / 1000)} kB`
        : `${(bytes / 1_000_000).toFixed(1)} MB`,
  list: (items: readonly string[]) => (items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),

  /* Words of the field */
  outcomes: OUTCOMES as Record<Outcome, { label: string; short: string; meaning: string }>,
  outcomeNotStated: 'Outcome not stated',
  /** In words, as in a title or a description where no mark can stand. */
  outcome: (overall: OverallOutcome): string =>
    overall === null
      ? 'Outcome not stated'
      : overall.kind === 'one'
        ? OUTCOMES[overall.outcome].label
        : overall.counts.map((each) => `${each.count} ${OUTCOMES[each.outcome].short}`).join(', '),
  closedReasons: CLOSED_REASONS as Record<keyof typeof CLOSED_REASONS, string>,
  attachmentKinds: ATTACHMENT_KINDS as Record<keyof typeof ATTACHMENT_KINDS, string>,
  laws: Object.fromEntries(Object.entries(LAWS).map(([id, law]) => [id, law.name])) as Record<keyof typeof LAWS, string>,
  provision: (unit: 'section' | 'regulation', provision: string) => `${unit === 'section' ? 'Section' : 'Regulation'} ${provision}`.trim(),
  provisionKinds: {
    absolute: 'No public interest test',
    qualified: 'Public interest test applies',
    mixed: 'Public interest test for part of it',
    procedural: 'Other provision',
  },

  /* Every page */
  frame: {
    log: 'Disclosure log',
    skip: 'Skip to the main text',
    home: 'Home',
    sections: 'Sections of this log',
    search: 'Search',
    entries: 'All answers',
    topics: 'Topics',
    years: 'Years',
    outcomes: 'Outcomes',
    exemptions: 'Exemptions',
    data: 'Data',
    feed: 'Feed of new answers',
    searchLabel: 'Search the answers',
    searchButton: 'Search',
    about: 'About this log',
    contact: 'Ask us something',
    form: 'Make a request online',
    formats: 'In another format',
    licence: 'Unless it says otherwise, you may use what is published here again under this licence:',
    noLicence: 'What is published here is protected by copyright. Ask us before you use it again.',
    alreadyAnswered: 'Has it been answered already?',
    searchEngine: {
      name: (authority: string) => `${authority} disclosure log`,
      description: (authority: string) => `Search the freedom of information answers published by ${authority}`,
    },
    printed: (address: string) => `Printed from ${address}`,
  },

  /* Home */
  home: {
    title: 'What we were asked, and what we answered',
    lead: (authority: string) => `What people have asked ${authority} for under freedom of information law, and what we answered.`,
    search: 'What would you like to know?',
    try: 'Try',
    since: (total: string, year: number) => `${total} since ${year}`,
    newest: 'Newest answers',
    all: (total: string) => `All ${total}`,
    topics: 'By topic',
    years: 'By year',
    outcomes: 'By outcome',
    exemptions: 'By exemption',
    empty: 'No answers have been published yet. When there are, they will stand here, the newest first.',
  },

  /* Lists */
  lists: {
    entries: 'All answers',
    entriesLead: 'Every answer in this log, the newest first.',
    noDate: 'No date given',
    noDateHeading: 'Without a date',
    derivedYear: 'year taken from the reference',
    topics: 'Topics',
    topicsLead: 'What the questions are about. An answer can have more than one topic.',
    years: 'Years',
    yearsLead: 'When each request was answered. Where an answer gives no date, the year is taken from its reference.',
    undated: (total: string) => `${total} with no year.`,
    topic: 'Topic',
    year: 'Year',
    outcome: 'Outcome',
    topicDescription: (topic: string, authority: string) =>
      `${topic}: what ${authority} was asked and what it answered under freedom of information law.`,
    yearDescription: (year: string, authority: string) =>
      `What ${authority} was asked and what it answered under freedom of information law in ${year}.`,
    outcomes: 'Outcomes',
    outcomesLead: 'How requests were answered. A request with several questions can have several outcomes, and is listed under each.',
    exemptions: 'Exemptions',
    figures: (total: string, span: string | null) => (span ? `${total}, ${span}` : total),
    none: 'No answer in this log yet.',
    topicFeed: (topic: string) => `Feed: ${topic}`,
    forQuestions: (count: number) => (count === 1 ? 'Question' : 'Questions'),
    pages: 'Pages of this list',
    page: (number: number) => `Page ${number}`,
    numbered: (title: string, number: number) => `${title}, page ${number}`,
    pageOf: (number: number, last: number) => `Page ${number} of ${last}`,
    previous: 'Previous page',
    next: 'Next page',
    older: 'Older',
  },

  /* Exemptions */
  exemptions: {
    title: 'Exemptions and other grounds',
    lead: 'The parts of the law that let an authority withhold information, or not answer, and how often answers in this log rely on them.',
    meaning: 'What it means',
    test: 'When it applies',
    confirmOrDeny: (provisions: string) =>
      `Under ${provisions} an authority may also decline to say whether it holds the information at all.`,
    parts: 'Its parts',
    read: (law: string) => `Read it in the ${law}`,
    used: 'Answers that rely on it',
    review: 'If it was used in an answer to you',
    procedural: 'Other provisions that answers cite',
  },

  /* An entry */
  entry: {
    answered: 'Answered',
    published: 'Published',
    updated: 'Updated',
    received: 'Received',
    clarificationRequested: 'We asked what was meant',
    clarificationReceived: 'That was made clear',
    due: 'Due',
    extended: 'Extended until',
    yearOnly: 'Year',
    yearDerived: (year: number) => `${year}, taken from the reference`,
    noDate: 'Not stated',
    reference: 'Reference',
    law: 'Answered under',
    time: 'Time taken',
    inTime: (limit: number) => `within the ${limit} that the law allows`,
    late: (limit: number) => `more than the ${limit} that the law allows`,
    topics: 'Topics',
    department: 'Department',
    reliedOn: 'Relied on',
    outcome: 'Outcome',
    facts: 'Facts about this answer',
    draft: 'This is a draft. It is not published.',
    embargoed: 'This answer is not published yet: it is held until its day.',

    summary: 'Question by question',
    question: (number: string) => `Question ${number}`,
    requestAndAnswer: 'What we were asked, and what we answered',
    asked: 'What we were asked',
    answeredHeading: 'What we answered',
    theRequest: 'The request',
    alsoSaid: 'The request also said',
    ourReply: 'Our reply',
    noText: 'The text of this answer is in the documents below.',
    nothing: 'This answer has no text.',

    reasons: {
      plain: 'The reasons',
      withheld: 'Why we withheld information',
      ncnd: 'Why we neither confirmed nor denied',
      cost: 'Why we did not go further',
      refused: 'Why we did not answer it',
    },
    reasonsFor: 'Our reasons',

    attachments: 'Documents',
    attachmentWithdrawn: (day: string, reason: string) => `No longer published since ${day}. ${reason}`,
    notAccessible: 'May not work with assistive technology.',
    askFormat: 'Ask for it in another format',
    inLanguage: (language: string) => `in ${language}`,
    licensed: (licence: string) => `Licence: ${licence}`,

    next: 'What you can do next',
    review: 'If you asked for this and are not satisfied',
    reviewBy: (day: string) => `Ask us for an internal review by ${day}.`,
    reviewAbout: (day: string) => `Ask us for an internal review by about ${day}.`,
    reviewRule: (days: string) => `You can ask us for an internal review within ${days} of our answer.`,
    reviewByThis: (day: string) => `For this answer, that is by ${day}.`,
    reviewAboutThis: (day: string) => `For this answer, that is by about ${day}.`,
    reviewHow: 'Write to us, give the reference, and say what you would like us to look at again.',
    regulator: (name: string) => `If you are still not satisfied after the review, you can complain to the ${name}.`,
    regulatorLink: (name: string) => `Complain to the ${name}`,
    reuse: 'Use it again',
    licence: 'You may use this answer again under this licence:',
    noLicence: 'This answer is protected by copyright. Ask us before you use it again.',
    cite: 'Cite it',
    citation: (parts: { authority: string; title: string; reference: string; day: string | null; address: string | null }) =>
      [`${parts.authority}, ‘${parts.title}’`, `disclosure ${parts.reference}`, parts.day, parts.address].filter(Boolean).join(', '),

    again: 'For officers: if this is asked again',
    /** The citation comes last, so that no full stop runs into its address. */
    againText: (given: string, citation: string) => `We have answered a request for this before. ${given} See ${citation}`,
    againPublished: 'Our answer is published.',
    /** By law, where information was given. */
    againGiven: {
      foia: 'What we gave then is published and so reasonably accessible to you: it is exempt under section 21 of the Freedom of Information Act 2000.',
      eir: 'What we gave then is already publicly available and easily accessible to you, so regulation 6(1)(b) of the Environmental Information Regulations 2004 does not require us to give it in another form or format.',
      foisa:
        'What we gave then is published, so you can reasonably obtain it without asking us for it: it is exempt under section 25 of the Freedom of Information (Scotland) Act 2002.',
      eisr: 'What we gave then is already publicly available and easily accessible to you, so regulation 6(1)(b) of the Environmental Information (Scotland) Regulations 2004 does not require us to give it in another form or format.',
    },
    againCheck: 'First check that it is what this person asks for.',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'Marked for you to copy',
    related: 'Read with this',
    series: (name: string) => `Asked again: ${name}`,
    sameAs: 'Also published at',
    neighbours: 'Before and after in the log',
    newer: 'Next newer answer',
    older: 'Next older answer',
  },

  /* What happened to an answer after it was given */
  aftermath: {
    heading: 'What happened since',
    review: {
      upheld: 'We looked at this answer again and kept to it',
      'partly-upheld': 'Part of this answer was changed on review',
      overturned: 'This answer was changed on review',
    },
    reviewAsked: (day: string) => `The internal review was asked for on ${day}.`,
    decision: {
      upheld: (by: string) => `${by}: a complaint about this answer was upheld`,
      'partly-upheld': (by: string) => `${by}: a complaint about this answer was partly upheld`,
      'not-upheld': (by: string) => `${by}: a complaint about this answer was not upheld`,
      'informally-resolved': (by: string) => `${by}: a complaint about this answer was resolved informally`,
      withdrawn: (by: string) => `${by}: a complaint about this answer was withdrawn`,
    },
    decisionReference: (reference: string) => `Decision ${reference}`,
    tribunal: 'Tribunal',
    corrected: 'This answer was corrected',
    superseded: 'A newer answer replaces this one',
    supersedes: 'This answer replaces an earlier one',
  },

  /* A withdrawn entry */
  tombstone: {
    title: (reference: string) => `${reference}: withdrawn`,
    heading: 'This answer has been withdrawn',
    on: (day: string) => `It was taken out of this log on ${day}.`,
    reason: 'Why',
    reference: 'Reference',
    ask: 'If you need to know more, write to us and give the reference.',
  },

  /* Search */
  search: {
    title: 'Search',
    description: 'Search the published answers to Freedom of Information requests by words, by reference, or by section of the law.',
    label: 'Words, a reference or a section of the law',
    filters: 'Narrow the results',
    results: 'Results',
    browse: 'Or look through the lists',
    browseLead: 'Every answer can also be found without searching.',
    noScript: 'Searching needs JavaScript, which is switched off or did not load. The lists below lead to every answer without it.',
    /** For the browser. */
    client: enSearch,
  },

  /* Has it been answered already? */
  asked: {
    title: 'Has it been answered already?',
    lead: 'Write what you would like to ask, or paste your request. If a published answer is near to it, you see it here, and need not wait for one.',
    label: 'What you would like to ask',
    hint: 'In your own words, with as much or as little around it as you like.',
    privacy: 'What you write is not sent to us or to anyone: your browser compares it with the published answers by itself.',
    suggestions: 'Answers near to it',
    noScript: 'This page needs JavaScript, which is switched off or did not load. You can search the answers, or look through the lists.',
    searchLink: 'Search the answers',
    listLink: 'All answers',
    next: 'If it has not been answered',
    nextWords: 'Ask us. You may ask for any recorded information that we hold, and need not say why.',
    form: 'Make a request online',
    write: (address: string) => `Write to ${address}`,
    /** For the browser. */
    client: enAsked,
  },

  /* Data */
  data: {
    title: 'Data',
    lead: 'Everything in this log as open data, made from the same record as the pages. Take it, count it, check it.',
    downloads: 'Download',
    csv: 'Every answer as a table',
    csvNote: 'One row for each answer. Opens in a spreadsheet. UTF-8, commas, as in RFC 4180.',
    json: 'Every answer as records',
    jsonNote: 'One record for each answer, with its questions and documents.',
    feed: 'New answers as they are published',
    feedNote: 'An Atom feed. Each topic has one of its own.',
    columns: 'What the table holds',
    column: { name: 'Column', meaning: 'What it says' },
    selection: 'What it does not hold',
    selectionDefault:
      'A disclosure log is nearly always a selection. Do not read a count of these answers as a count of all the requests we received.',
    reuse: 'Use it again',
  },

  /* Not found */
  missing: {
    title: 'Page not found',
    lead: 'There is nothing at this address. The address of an answer is made from its reference, so if you know the reference, search for it.',
    label: 'Reference, or words',
    browse: 'Or start here',
  },
};

/** The words of the site in one language. */
export type Sayings = typeof en;
