import type { Block, Page } from './block.ts';
import type { Report } from './leftovers.ts';

/** A file that the page speaks of. `beside`: its name, if it lies beside the input and can be taken along. */
export interface NamedFile {
  name: string;
  title: string;
  beside: string | null;
  line: number;
}

const NAMED =
  /(?:^|[\s("“‘'[])([\p{L}\p{N}][\p{L}\p{N}_.()-]{1,80}\.(?:pdf|docx?|xlsx?|csv|ods|odt|rtf|pptx?|zip))(?=$|[\s,;:)"”’'\].?!])/giu;
/** `(619A_Attachment)`, `[763A_PIT_01]`, `attached (8956_01)`: a name in brackets that no prose would use. */
const BRACKETED = /[([]\s?([A-Za-z0-9][A-Za-z0-9]{0,30}(?:[_-][A-Za-z0-9]{1,40}){1,6})\s?[)\]]/g;

/**
 * The files a page names or links to: none of them is part of the page, so each is reported unless it lies beside the input.
 * @param isBeside whether a file of this name lies in the input's folder
 */
export function findFiles(
  blocks: readonly Block[],
  links: Page['files'],
  reference: string | null,
  isBeside: (name: string) => boolean,
): { files: NamedFile[]; reports: Report[] } {
  const files: NamedFile[] = [];
  const add = (name: string, title: string, line: number, href: string | null) => {
    if (files.some((each) => each.name.toLowerCase() === name.toLowerCase() || (href === null && each.title.includes(name)))) return;
    const local = href === null ? name : /^[a-z][a-z0-9+.-]*:|^\/\//i.test(href) ? null : lastPart(href);
    files.push({ name, title, line, beside: local !== null && isBeside(local) ? local : null });
  };
  for (const { name, href, line } of links) add(lastPart(href) || name, name, line, href);
  for (const { text, line, kind } of blocks) {
    if (kind === 'table' && text.length > 20_000) continue;
    for (const match of text.matchAll(NAMED))
      if (!/^(?:www\.|https?)/i.test(match[1] ?? '')) add(match[1] ?? '', match[1] ?? '', line, null);
    if (!/\battach|\benclos|\bsee\b|\bdocument|\bpit\b|\bspreadsheet/i.test(text)) continue;
    for (const match of text.matchAll(BRACKETED)) {
      const name = match[1] ?? '';
      if (/\d/.test(name) && /_/.test(name) && normal(name) !== normal(reference ?? '') && !/^\d{1,2}[-/_]\d/.test(name))
        add(name, name, line, null);
    }
  }
  const reports = files
    .filter(({ beside }) => beside === null)
    .map(({ name, title, line }): Report => ({
      rule: 'attachment-not-imported',
      line,
      message: `The page speaks of a file that was not imported: ${name}${title && title !== name ? ` (“${title}”)` : ''}`,
      fix: 'Put the file beside the entry and declare it under attachments, or say where it can be had.',
    }));
  if (files.length === 0) {
    const attached = blocks.find(({ text }) =>
      /\b(?:(?:please (?:find|see)|see|is|are|was) (?:\w+ ){0,3}(?:attached|enclosed)|attached (?:document|spreadsheet|file|response|schedule|table)|enclosed (?:document|letter|copy))/i.test(
        text,
      ),
    );
    if (attached)
      reports.push({
        rule: 'attachment-not-imported',
        line: attached.line,
        message: `The page speaks of something attached and names no file: “${attached.text.slice(0, 80)}”`,
        fix: 'Put the file beside the entry and declare it under attachments.',
      });
  }
  return { files, reports };
}

function lastPart(href: string): string {
  const name = (href.split(/[?#]/, 1)[0] ?? '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function normal(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
