import type { Block } from './block.ts';
import { cutStart, cutEnd } from './block.ts';
import { isAsk, isRequestCue, isResponseCue, isSalutation, isSignOff } from './cues.ts';
import { fieldOfLabel } from './fields.ts';
import { answersOf, isMarkedHeading, questionLabelOf, reasonOf, sectionOf } from './headings.ts';

/** A run of blocks under one heading, or under none where the page's words alone show where it begins. */
export interface PageSection {
  /** `both`: what follows is request and answer in turn. `other`: about something else. */
  kind: 'request' | 'response' | 'attachments' | 'both' | 'other';
  heading: Block | null;
  blocks: Block[];
}

export interface Sections {
  /** What stands above: title, labels, letterhead. */
  header: Block[];
  sections: PageSection[];
  isLetter: boolean;
  /** Two letters, one that asks and one that answers. */
  isThread: boolean;
}

/** Cuts a page into header and sections: by its headings first, by how people begin to speak where it has none. */
export function findSections(page: readonly Block[]): Sections {
  const blocks = page.flatMap(splitRunIn);
  const isLetter = blocks.some(({ text }) => isSalutation(text));
  const cut = cutAtHeadings(blocks);
  const first = cut.sections[0];
  if (!first) return { isLetter, isThread: replyStart(cut.header) !== -1, ...withoutHeadings(cut.header) };
  const kinds = new Set(cut.sections.map(({ kind }) => kind));
  let { header } = cut;
  let { sections } = cut;
  if (!kinds.has('request') && !kinds.has('both')) {
    const found = splitHeader(header);
    header = found.header;
    if (found.request.length > 0) sections = [{ kind: 'request', heading: null, blocks: found.request }, ...sections];
  }
  if (!kinds.has('response') && !kinds.has('both'))
    sections = sections.flatMap((each) => (each.kind === 'request' ? splitAtResponse(each) : [each]));
  if (kinds.has('both') && !kinds.has('request'))
    sections = sections.flatMap((each) => (each.kind === 'both' ? splitAtResponse({ ...each, kind: 'request' }) : [each]));
  return { header, sections, isLetter, isThread: false };
}

/** `Request: how many …` is a heading and its text; a label of a field is not (`Request: FOI/123`). */
function splitRunIn(each: Block): Block[] {
  const colon = each.text.slice(0, 60).indexOf(':');
  if (each.kind === 'table' || each.kind === 'heading' || colon < 2 || each.text.length < colon + 3 || each.marker) return [each];
  const head = cutEnd(each, colon + 1);
  const rest = cutStart(each, colon + 1);
  const isValue = rest.text.length < 40 && /\d/.test(rest.text) && !/\s\S+\s\S+\s/.test(rest.text);
  if (sectionOf({ ...head, strong: false }) === null || !rest.text.trim() || (isValue && fieldOfLabel(head.text) !== null)) return [each];
  const kind = sectionOf(head);
  if (kind === 'attachments' || isValue) return [each];
  return [
    { ...head, kind: 'paragraph', strong: true },
    { ...rest, tight: true },
  ];
}

function cutAtHeadings(blocks: readonly Block[]): { header: Block[]; sections: PageSection[] } {
  const header: Block[] = [];
  const sections: PageSection[] = [];
  let open: PageSection | null = null;
  for (const [index, each] of blocks.entries()) {
    const kind: PageSection['kind'] | null = sectionOf(each) ?? otherOf(each, blocks, index, open);
    // The title of the page may read like a section (`FOI request`): not before anything else was seen.
    if (kind && !(each.kind === 'heading' && each.depth === 1 && index < 3)) {
      open = { kind, heading: each, blocks: [] };
      sections.push(open);
    } else (open?.blocks ?? header).push(each);
  }
  return { header, sections };
}

/** A heading as high as that of the response, about something else: contact, how to complain to the web team, other pages. */
function otherOf(each: Block, blocks: readonly Block[], index: number, open: PageSection | null): 'other' | null {
  if (each.kind !== 'heading' || !open || open.kind === 'request') return null;
  const level = open.heading?.kind === 'heading' ? open.heading.depth : 2;
  if (each.depth > level || /\?$/.test(each.text)) return null;
  if (answersOf(each) ?? questionLabelOf(each) ?? reasonOf(each, blocks[index + 1])) return null;
  return open.kind === 'response' && !FURTHER.test(each.text) ? null : 'other';
}

/** Headings after an answer that do not belong to it. */
const FURTHER =
  /^(?:about (?:foi|this|us|the)|contact|further information|more information|related|see also|publication|share|get in touch|feedback|is there|explore|notes?$|help us|rhagor|cysyllt)/i;

/** Above a response that has a heading: header, then request from the first words that ask. */
function splitHeader(blocks: readonly Block[]): { header: Block[]; request: Block[] } {
  const from = requestStart(blocks, true);
  return from === -1 ? { header: [...blocks], request: [] } : { header: blocks.slice(0, from), request: blocks.slice(from) };
}

function splitAtResponse(section: PageSection): PageSection[] {
  const spoken = responseStart(section.blocks, 0);
  const from = spoken === -1 ? afterList(section.blocks) : spoken;
  if (from === -1) return [section];
  return [
    { ...section, blocks: section.blocks.slice(0, from) },
    { kind: 'response', heading: null, blocks: section.blocks.slice(from) },
  ].filter(({ blocks, heading }) => blocks.length > 0 || heading !== null) as PageSection[];
}

/** A page without any heading: letter, e-mail thread, bare text. */
function withoutHeadings(blocks: readonly Block[]): { header: Block[]; sections: PageSection[] } {
  const reply = replyStart(blocks);
  if (reply !== -1) {
    const asked = blocks.slice(0, reply);
    const start = Math.max(requestStart(asked, true), 0);
    const answer: PageSection = { kind: 'response', heading: null, blocks: blocks.slice(reply) };
    return { header: asked.slice(0, start), sections: [{ kind: 'request', heading: null, blocks: asked.slice(start) }, answer] };
  }
  const salutation = blocks.findIndex(({ text }) => isSalutation(text));
  const asked = requestStart(blocks.slice(salutation + 1), false);
  const from = asked === -1 ? -1 : asked + salutation + 1;
  if (from === -1) {
    const start = salutation !== -1 ? salutation : responseStart(blocks, 0);
    if (start === -1) return { header: [...blocks], sections: [] };
    return { header: blocks.slice(0, start), sections: [{ kind: 'response', heading: null, blocks: blocks.slice(start) }] };
  }
  const section: PageSection = { kind: 'request', heading: null, blocks: blocks.slice(from) };
  const before = salutation !== -1 && salutation < from ? salutation : from;
  const lead = blocks.slice(before, from).filter(({ text }) => text);
  return {
    header: blocks.slice(0, before),
    sections: [...(lead.length > 0 ? [{ kind: 'other' as const, heading: null, blocks: lead }] : []), ...splitAtResponse(section)],
  };
}

/** The block that begins to ask: an introduction, a numbered question, a salutation's first sentence that asks. */
function requestStart(blocks: readonly Block[], surely: boolean): number {
  const cue = blocks.findIndex(({ text }) => isRequestCue(text));
  const ask = blocks.findIndex(
    (each, index) =>
      questionLabelOf(each) !== null ||
      (each.text.length > 12 && each.kind !== 'table' && !isMarkedHeading(each) && asks(each, index, blocks)),
  );
  const spoken = blocks.findIndex(({ text }) => isResponseCue(text) && !isRequestCue(text));
  if (cue !== -1 && (ask === -1 || cue <= ask)) return cue;
  if (ask === -1 || (!surely && spoken !== -1 && spoken < ask)) return cue !== -1 && !surely ? cue : surely && ask !== -1 ? ask : -1;
  return ask;
}

function asks(each: Block, index: number, blocks: readonly Block[]): boolean {
  const numbered = each.marker !== null && /\d/.test(each.marker.raw);
  if (numbered && begins(each, index, blocks)) return true;
  if (!isAsk(each.text) || (!numbered && fieldOfLabel(each.text.split(':', 1)[0] ?? '') !== null)) return false;
  // The first line is the title, whatever it begins with, unless it asks outright.
  return index > 0 || /\?\s*$/.test(each.text) || numbered || (blocks.length > 1 && each.text.length > 130);
}

/** The first item of a list that goes on: `1.`, and `2.` or `1a.` after it. */
function begins(each: Block, index: number, blocks: readonly Block[]): boolean {
  if (each.marker?.kind !== 'decimal' || each.marker.value !== '1') return false;
  return blocks.slice(index + 1, index + 30).some(({ marker }) => marker !== null && /^(?:2|1\(?a\)?)$/i.test(marker.value));
}

/** Where the authority begins to answer, once something was asked. */
function responseStart(blocks: readonly Block[], from: number): number {
  let asked = 0;
  let quoted = false;
  for (const [index, each] of blocks.entries()) {
    if (index < from) continue;
    const opens = /^[“"‘']/.test(each.text);
    const closes = /[”"’'][.\s]*$/.test(each.text);
    if (opens && !closes) quoted = true;
    const spoken = isResponseCue(each.text) && !(isRequestCue(each.text) && /:$/.test(each.text));
    if (!quoted && spoken && !each.quote && (each.marker === null || !isAsk(each.text)) && (asked > 0 || !isAsk(each.text))) return index;
    if (quoted && closes) quoted = false;
    asked++;
  }
  return -1;
}

/** Where nobody is heard to answer: the first paragraph after a numbered list of questions that asks for nothing itself. */
function afterList(blocks: readonly Block[]): number {
  const numbered = blocks.flatMap(({ marker, depth }, index) =>
    marker !== null && marker.kind === 'decimal' && depth === 0 ? [index] : [],
  );
  const last = numbered.at(-1);
  if (last === undefined || numbered.length < 2) return -1;
  return blocks.findIndex(
    (each, index) =>
      index > last &&
      each.kind === 'paragraph' &&
      each.text.length > 60 &&
      !each.tight &&
      !isAsk(each.text) &&
      !/^(?:for|in|as|this|these|note)\b/i.test(each.text),
  );
}

/** In a thread of letters: the first block of the one that answers the first. */
function replyStart(blocks: readonly Block[]): number {
  const first = blocks.findIndex(({ text }) => isSalutation(text));
  const signed = first === -1 ? -1 : blocks.findIndex(({ text }, index) => index > first && isSignOff(text));
  const second = signed === -1 ? -1 : blocks.findIndex(({ text }, index) => index > signed && isSalutation(text));
  if (second === -1) return -1;
  const from = blocks.findIndex(({ text }, index) => index > signed && index < second && /^(?:from|sent|to):/i.test(text));
  return from === -1 ? second : from;
}
