import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Every file of a built site, relative to its folder, with `/`, in order; also those whose names begin with a dot. */
export function filesOf(folder: string): string[] {
  return globSync(['**/*', '**/.*', '**/.*/**/*'], { cwd: folder, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => path.relative(folder, path.join(file.parentPath, file.name)).replaceAll('\\', '/'))
    .sort();
}

/** The address of a file of a site: `years/2024/index.html` is `/years/2024/`. */
export function addressOf(file: string): string {
  return `/${file
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;
}

/** One page as an HTML parser reads it. */
export interface SitePage {
  file: string;
  address: string;
  elements: Element[];
  ids: Set<string>;
  root: Root;
}

/** Every page of a built site. */
export function readPages(folder: string): SitePage[] {
  return filesOf(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => readPage(folder, file));
}

export function readPage(folder: string, file: string): SitePage {
  return { ...pageFrom(readFileSync(path.join(folder, file), 'utf8'), addressOf(file)), file };
}

/** A page as its text has it. */
export function pageFrom(html: string, address: string): SitePage {
  const root = unified().use(rehypeParse).parse(html);
  const elements: Element[] = [];
  visit(root, 'element', (element) => void elements.push(element));
  const ids = new Set(elements.flatMap((element) => attribute(element, 'id') ?? []));
  return { file: address, address, elements, ids, root };
}

/** An attribute as text, `null` where the element has none; lists (`class`, `rel`) joined by spaces. */
export function attribute(element: Element, name: string): string | null {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return null;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** An address that an element names, and by which attribute. */
export interface Link {
  element: string;
  attribute: string;
  address: string;
}

/** Attributes that name an address, as the parser calls them. */
const NAMES = ['href', 'src', 'action', 'formAction', 'poster', 'cite', 'data', 'xLinkHref', 'longDesc', 'ping', 'manifest'];

/** Every address that a page names: links, files it needs, where its forms go. */
export function linksOf(page: SitePage): Link[] {
  return page.elements.flatMap((element) => {
    const plain = NAMES.flatMap((name) => {
      const address = attribute(element, name);
      return address === null ? [] : [{ element: element.tagName, attribute: name, address }];
    });
    const sets = (attribute(element, 'srcSet') ?? '').split(',').flatMap((part) => part.trim().split(/\s+/)[0] || []);
    return [...plain, ...sets.map((address) => ({ element: element.tagName, attribute: 'srcset', address }))];
  });
}

/** The file that a path of the site leads to as a static host serves it, `null` where there is none: `/years/` is `years/index.html`. */
export function fileAt(files: ReadonlySet<string>, address: string): string | null {
  const name = decodeURIComponent(address.replace(/[?#].*$/s, '')).slice(1);
  const file = name === '' || name.endsWith('/') ? `${name}index.html` : name;
  return files.has(file) ? file : null;
}
