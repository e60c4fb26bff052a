import type { PhrasingContent } from 'mdast';
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
export function findFiles(blocks: readonly Block[], links: Page['files'], isBeside: (name: string) => boolean): NamedFile[] {
  const files: NamedFile[] = [];
  const add = (name: string, title: string, line: number, href: string | null) => {
    if (files.some((each) => each.name.toLowerCase() === name.toLowerCase() || (href === null && each.title.includes(name)))) return;
    const local = href === null ? name : /^[a-z][a-z0-9+.-]*:|^\/\//i.test(href) ? null : lastPart(href);
    files.push({ name, title, line, beside: local !== null && isBeside(local) ? local : null });
  };
  for (const { name, href, line } of links) add(lastPart(href) || name, name, line, href);
  for (const { text, line, kind } of blocks) {
    if (kind === 'table' && text.length > 20_000) continue;
    if (/\.(?:pdf|docx?|xlsx?|csv|ods|odt|rtf|pptx?|zip)/i.test(text))
      for (const match of text.matchAll(NAMED))
        if (!/^(?:www\.|https?)/i.test(match[1] ?? '')) add(match[1] ?? '', match[1] ?? '', line, null);
    if (!/\battach|\benclos|\bsee\b|\bdocument|\bpit\b|\bspreadsheet/i.test(text)) continue;
    for (const match of text.matchAll(BRACKETED)) {
      const name = match[1] ?? '';
      if (/\d/.test(name) && /_/.test(name) && !/^\d{1,2}[-/_]\d/.test(name)) add(name, name, line, null);
    }
  }
  return files;
}

/** Each file that was not taken along, or, where none is named, that something was attached at all. */
export function reportFiles(files: readonly NamedFile[], blocks: readonly Block[], reference: string | null): Report[] {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const named = files.filter(({ name }) => reference === null || plain(name) !== plain(reference));
  const reports = named
    .filter(({ beside }) => beside === null)
    .map(({ name, title, line }): Report => ({
      rule: 'attachment-not-imported',
      line,
      message: `The page speaks of a file that was not imported: ${name}${title && title !== name ? ` (“${title}”)` : ''}`,
      fix: 'Put the file beside the entry and declare it under attachments, or say where it can be had.',
    }));
  const attached = named.length === 0 ? blocks.find(({ text }) => ATTACHED.test(text)) : undefined;
  if (attached)
    reports.push({
      rule: 'attachment-not-imported',
      line: attached.line,
      message: `The page speaks of something attached and names no file: “${attached.text.slice(0, 80)}”`,
      fix: 'Put the file beside the entry and declare it under attachments.',
    });
  return reports;
}

const ATTACHED =
  /\b(?:(?:please (?:find|see)|see|is|are|was) (?:\w+ ){0,3}(?:attached|enclosed)|attached (?:document|spreadsheet|file|response|schedule|table)|enclosed (?:document|letter|copy))/i;

/**
 * Links without a scheme: to a file beside the entry, to the address that the page came from, or, where that is not known, to nothing, so
 * that their words alone are kept.
 */
export function settleLinks(blocks: readonly Block[], address: string | null, beside: ReadonlySet<string>): Block[] {
  const settle = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
    nodes.flatMap((node): PhrasingContent[] => {
      if (!('children' in node)) return [node];
      const children = settle(node.children);
      if (node.type !== 'link' || /^[a-z][a-z0-9+.-]*:/i.test(node.url)) return [{ ...node, children }];
      const name = lastPart(node.url);
      if (beside.has(name)) return [{ type: 'link', url: encodeURIComponent(name), children }];
      const url = address !== null && URL.canParse(node.url, address) ? new URL(node.url, address).href : null;
      return url === null ? children : [{ type: 'link', url, children }];
    });
  return blocks.map((each) => ({ ...each, inline: settle(each.inline), rows: each.rows?.map((row) => row.map(settle)) ?? null }));
}

function lastPart(href: string): string {
  const name = (href.split(/[?#]/, 1)[0] ?? '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
