import { Document, isMap, isSeq, type Node } from 'yaml';
import { entrySchema } from '../model/entry.ts';
import type { Body } from './body.ts';
import { writeBody } from './write-body.ts';

/** Front matter as it is written: strings, lists and groups; `undefined` keys are left out. Validated only when read. */
export type WritableFrontMatter = { [key: string]: Writable | undefined };
type Writable = string | number | boolean | readonly Writable[] | { [key: string]: Writable | undefined };

/** The whole text of an entry. `readEntry` reads the same front matter and body back. */
export function writeEntry(entry: { frontMatter: WritableFrontMatter; body: Body }): string {
  const body = writeBody(entry.body);
  return `---\n${writeFrontMatter(entry.frontMatter)}---\n${body ? `\n${body}` : ''}`;
}

/** YAML in the order of the schema: short lists on one line, each question and attachment on a line of its own. */
export function writeFrontMatter(frontMatter: WritableFrontMatter): string {
  const order = Object.keys(entrySchema.shape);
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const known = Object.entries(frontMatter).filter(([, value]) => value !== undefined);
  known.sort(([a], [b]) => place(a) - place(b));
  const document = new Document(JSON.parse(JSON.stringify(Object.fromEntries(known))), { schema: 'core' });
  if (isMap(document.contents)) for (const { value } of document.contents.items) flow(value as Node);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function flow(node: Node): void {
  const scalarsOnly = isSeq(node) && node.items.every((item) => !isMap(item) && !isSeq(item));
  if (scalarsOnly || isMap(node)) node.flow = true;
  else if (isSeq(node)) for (const item of node.items) if (isMap(item)) item.flow = true;
}
