import type { Heading, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { FindingInText } from '../model/finding.ts';
import { RULES, type Rule } from '../model/rules.ts';
import { sectionKindOf } from './section-headings.ts';
import { walk } from './walk.ts';

/** A link to a page of this site, to be followed up once the whole log is known. */
export interface SiteLink {
  path: string;
  line: number;
  column: number;
}

/**
 * What in a body cannot be published as it stands: raw HTML, images and links that lead nowhere this project will lead a reader.
 * @param declared file names of the entry's attachments
 * @param firstLine the line of the file on which the body begins
 */
export function checkBody(
  root: Root,
  declared: ReadonlySet<string>,
  firstLine: number,
): { findings: FindingInText[]; siteLinks: SiteLink[] } {
  const findings: FindingInText[] = [];
  const siteLinks: SiteLink[] = [];
  const place = (node: Nodes) => ({ line: (node.position?.start.line ?? 1) + firstLine - 1, column: node.position?.start.column ?? 1 });
  const report = (rule: Rule, node: Nodes, message: string, fix: string) =>
    void findings.push({ rule, severity: RULES[rule].severity, ...place(node), where: null, message, fix });

  const opened = new Set<string>();
  walk(root, (node) => {
    if (node.type === 'html') reportHtml(node.value, node, opened, report);
    if (node.type === 'heading' && node.depth === 1)
      report(
        'heading-level',
        node,
        `Unexpected heading of the first level, “${toString(node)}”, expected ## or deeper`,
        'Write ## for a section; the title is in the front matter.',
      );
    if (node.type === 'image' || node.type === 'link' || node.type === 'definition') {
      const target = classify(node.url);
      if (target.kind === 'site') siteLinks.push({ path: target.path, ...place(node) });
      if (target.kind === 'unsafe')
        report(
          'unsafe-link',
          node,
          `Unexpected link to “${shorten(node.url)}”, expected https:, http:, mailto: or tel:`,
          'Delete the link and keep its words.',
        );
      if (target.kind === 'file' && !declared.has(target.file))
        report(
          'undeclared-file',
          node,
          `Link to “${target.file}”, which is not among the entry's attachments`,
          `Declare it: attachments: [{file: ${target.file}}], or give a whole address that begins with https://.`,
        );
      if (node.type === 'image' && target.kind !== 'file')
        report(
          'remote-image',
          node,
          `Unexpected image from “${shorten(node.url)}”, expected a file beside the entry`,
          'Put the file beside the entry and declare it as an attachment.',
        );
    }
  });
  for (const heading of emptyHeadings(root)) {
    // The site itself puts the declared files below a heading that announces them.
    if (declared.size > 0 && sectionKindOf(toString(heading)) === 'attachments') continue;
    report(
      'empty-section',
      heading,
      `Nothing stands under the heading “${shorten(toString(heading))}”`,
      'Write what was meant to stand there, or delete the heading.',
    );
  }
  return { findings, siteLinks };
}

/** Headings that are followed by the end, or by a heading that is not below them. */
function emptyHeadings({ children }: Root): Heading[] {
  return children.flatMap((node, index) => {
    const next = children[index + 1];
    return node.type === 'heading' && (next === undefined || (next.type === 'heading' && next.depth <= node.depth)) ? [node] : [];
  });
}

type Report = (rule: Rule, node: Nodes, message: string, fix: string) => void;

/** A closing tag is reported only where nothing opened it: the pair is one mistake. */
function reportHtml(value: string, node: Nodes, opened: Set<string>, report: Report): void {
  const name = /^<(\/?)([a-z][\w-]*)/i.exec(value);
  if (name?.[1] && opened.has((name[2] ?? '').toLowerCase())) return;
  if (name?.[2]) opened.add(name[2].toLowerCase());
  if (value.startsWith('<!--'))
    report(
      'html-comment',
      node,
      'Unexpected comment (<!-- … -->), expected nothing that is not published',
      'Delete it: notes do not belong in a file that is published.',
    );
  else
    report(
      'raw-html',
      node,
      `Unexpected HTML “${shorten(value)}”, expected markdown`,
      `Write it as markdown; to show it as text, write \\${value.split(/\s|>/, 1)[0] ?? '<'}…`,
    );
}

function classify(url: string): { kind: 'site'; path: string } | { kind: 'file'; file: string } | { kind: 'other' | 'unsafe' } {
  if (/^\/(?!\/)/.test(url)) return { kind: 'site', path: url.replace(/[?#].*$/, '') };
  if (url === '' || url.startsWith('#')) return { kind: 'other' };
  if (/^(https?:|mailto:|tel:)/i.test(url)) return { kind: 'other' };
  if (url.startsWith('//') || /^[a-z][a-z0-9+.-]*:/i.test(url)) return { kind: 'unsafe' };
  return { kind: 'file', file: decode(url.replace(/[?#].*$/, '').replace(/^\.\//, '')) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
