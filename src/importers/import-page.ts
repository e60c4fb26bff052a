import type { Body } from '../markdown/body.ts';
import { writeEntry, type WritableFrontMatter } from '../markdown/write-entry.ts';
import { formatCitation, type Law } from '../model/laws.ts';
import { slugOfReference, yearOfReference } from '../model/references.ts';
import { findFiles, reportFiles, settleLinks } from './attachments.ts';
import type { Dropped, Page } from './block.ts';
import { decodeText, ImportError, READ_ENDINGS } from './decode.ts';
import { draftBody, draftFrontMatter, draftQuestions, replacedHeadings } from './draft.ts';
import type { ImportedEntry } from './entry-record.ts';
import { gatherFacts } from './facts.ts';
import { readHtml } from './html.ts';
import type { Report } from './leftovers.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';
import { understand } from './understand.ts';

export interface ImportOptions {
  /** The law that a page was answered under if it does not say. */
  law: Law;
  status?: 'draft' | 'published';
  /** Whether a file of this name lies beside the input. */
  isBeside?: (name: string) => boolean;
}

/** The most paragraphs, items and lines that one answer may have. */
const MOST_BLOCKS = 20_000;

/** An entry made from a page: the record that is printed, and the file that is written. */
export interface Draft {
  record: ImportedEntry;
  frontMatter: WritableFrontMatter;
  body: Body;
  /** The whole text of the entry's file. */
  text: string;
  /** Names of files beside the input that belong beside the entry. */
  attachments: string[];
  /** Every word of the page that is not in the body, and why. */
  dropped: Dropped[];
}

/**
 * One page → one draft entry. Pure: what it makes depends on the bytes, the name and the options alone.
 * @param source the input's path, as it is reported; its ending says what it is
 * @throws ImportError for what is not text or HTML, is too large, or is empty
 */
export function importPage(source: string, bytes: Uint8Array, options: ImportOptions): Draft {
  const read = readPage(source, bytes);
  if (read.blocks.length === 0)
    throw new ImportError(
      'The page holds no text',
      'Check that it was saved whole; a page that a script fills is empty when saved as a file.',
    );
  if (read.blocks.length > MOST_BLOCKS)
    throw new ImportError(
      `The page holds ${read.blocks.length} paragraphs, expected at most ${MOST_BLOCKS}`,
      'Import the answer itself, not a list or an archive of answers.',
    );
  const files = findFiles(read.blocks, read.files, options.isBeside ?? (() => false));
  const named = new Set(files.flatMap(({ beside: name }) => name ?? []));
  const page: Page = { ...read, blocks: settleLinks(read.blocks, read.address, named) };
  const understood = understand(page, options.law);
  const facts = gatherFacts(understood, page, source);
  const beside = files.flatMap((each) =>
    each.beside === null ? [] : [{ file: each.beside, title: each.title === each.name ? titleOfFile(each.beside) : each.title }],
  );
  const body = draftBody(understood);
  const file = fileOf(facts.reference, facts.title, facts.responded, source);
  const name = file.split('/').at(-2) ?? '';
  const frontMatter = draftFrontMatter(understood, facts, body, {
    law: options.law,
    // A reference that only stands in must not become a permanent address by itself.
    status: facts.reference === null ? 'draft' : (options.status ?? 'draft'),
    attachments: beside,
    name,
  });
  const questions = draftQuestions(understood);
  const replaced = replacedHeadings(understood);
  const dropped = [...understood.dropped, ...replaced.map(({ line, text }): Dropped => ({ line, text, why: 'label' }))];
  const reported = [
    ...understood.reports,
    ...reportFiles(files, page.blocks, facts.reference),
    ...summarise(dropped),
    ...replaced.map(({ line, text }) => replacedHeading(line, text)),
    ...gaps(facts.reference, facts.title),
  ];
  const record: ImportedEntry = {
    source,
    file,
    reference: facts.reference,
    title: facts.title,
    received: facts.received,
    responded: facts.responded,
    outcome: facts.outcome,
    exemptions: understood.judgement.overall.relied.map(formatCitation),
    questions,
    found: facts.found,
    guessed: facts.guessed,
    missing: facts.missing,
    reported: reported.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
  return {
    record,
    frontMatter,
    body,
    text: writeEntry({ frontMatter, body }),
    attachments: beside.map(({ file }) => file),
    dropped,
  };
}

/** The page by its ending; text that begins like a web page is read as one. */
function readPage(source: string, bytes: Uint8Array): Page {
  const ending = /\.[a-z0-9]{1,8}$/i.exec(source)?.[0].toLowerCase() ?? '';
  const text = decodeText(bytes);
  const isHtml = /^\s{0,200}(?:<!doctype html|<html[\s>]|<\?xml[^>]{0,200}\?>\s{0,20}<(?:!doctype html|html))/i.test(text);
  if (!READ_ENDINGS.includes(ending as (typeof READ_ENDINGS)[number]) && !isHtml && ending !== '')
    throw new ImportError(
      `${ending} files are not yet read by this version; expected ${READ_ENDINGS.join(', ')}`,
      'Save it as text or HTML and import that.',
    );
  try {
    if (isHtml || /^\.x?html?$/.test(ending)) return readHtml(text);
    return /^\.m(?:d|arkdown)$/.test(ending) ? readMarkdown(text) : readText(text);
  } catch (error) {
    if (error instanceof RangeError)
      throw new ImportError('The page is nested too deeply to be read', 'Save the page from a browser and import that.');
    throw error;
  }
}

function fileOf(reference: string | null, title: string | null, responded: string | null, source: string): string {
  const year = responded?.slice(0, 4) ?? (reference === null ? null : yearOfReference(reference)) ?? 'undated';
  const name =
    source
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.[a-z0-9]{1,8}$/i, '') ?? '';
  const slug =
    slugOfReference(reference ?? '') ||
    slugOfReference(title ?? '')
      .slice(0, 80)
      .replace(/-$/, '') ||
    slugOfReference(name) ||
    'entry';
  return `disclosures/${year}/${slug}/index.md`;
}

function titleOfFile(file: string): string {
  return file
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim();
}

/** What was left out as the site's own, in one report with the first words of each. */
function summarise(dropped: readonly Dropped[]): Report[] {
  const own = dropped.filter(({ why }) => why === 'boilerplate');
  if (own.length === 0) return [];
  const shown = own.slice(0, 6).map(({ text }) => `“${text.length > 50 ? `${text.slice(0, 50).trim()}…` : text}”`);
  return [
    {
      rule: 'boilerplate-dropped',
      line: own[0]?.line ?? null,
      message: `Left out as the site's own: ${shown.join(', ')}${own.length > 6 ? ` and ${own.length - 6} more` : ''}`,
      fix: 'Nothing to do, unless one of them belongs to the answer.',
    },
  ];
}

function replacedHeading(line: number, text: string): Report {
  const message = `The heading “${text}” is written as one that readers of the log know`;
  return { rule: 'heading-replaced', line, message, fix: 'Nothing to do; the section and its words are the same.' };
}

function gaps(reference: string | null, title: string | null): Report[] {
  return [
    ...(reference === null
      ? [
          {
            rule: 'no-reference' as const,
            line: 1,
            message: 'The page gives no reference, and an entry needs one: the name of the file stands in for it, and the entry is a draft',
            fix: 'Write the true one into the front matter before you publish: the permanent address is made from it.',
          },
        ]
      : []),
    ...(title === null
      ? [
          {
            rule: 'no-title' as const,
            line: 1,
            message: 'The page gives no title, and an entry needs one: its reference stands in for it',
            fix: 'Write into the front matter what was asked about, in a few words.',
          },
        ]
      : []),
  ];
}
