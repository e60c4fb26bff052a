import { inlineText, shownText, type Block } from './block.ts';
import { findDay, parseDay } from './dates.ts';

/** What a page states about itself under a label: `FOI reference: …`, `Date received …`, a letterhead's `Our Ref:`. */
export type FieldName =
  'reference' | 'received' | 'responded' | 'date' | 'published' | 'title' | 'department' | 'outcome' | 'exemptions' | 'law';

export interface FoundField {
  field: FieldName;
  /** Days as ISO dates, all else as the page writes it. */
  value: string;
  label: string;
  line: number;
  /** The blocks it was read from: one, or two where the value stands below its label. */
  blocks: Block[];
}

/** Labels → fields, tested from the top against the label in lower case without its colon. English and Welsh. */
const LABELS: readonly (readonly [FieldName, RegExp])[] = [
  [
    'reference',
    /^(?:(?:our|the|foi|foisa|eir|rfi|foia|freedom of information(?: act)?|environmental information|information|request|case|disclosure|internal|unique|log|enquiry|tracking|act|sr|ir)[ /-]+){0,4}(?:ref(?:erence)?|id|number|no)(?:[ .]{1,2}(?:no|number|num|id|code))?\.?$/,
  ],
  ['reference', /^(?:cyfeirnod|ein cyf(?:eirnod)?|rhif (?:y )?cyfeirnod|rhif y cais|cyf)\.?$/],
  ['received', /^(?:(?:date|day) )?(?:(?:foi |the |your |information )?(?:request|enquiry) )?(?:was )?received(?: (?:on|date|by us))?$/],
  [
    'received',
    /^(?:date (?:of )?(?:the |your |foi |information )?request(?:ed)?(?: (?:made|submitted|sent))?|(?:foi )?request(?:ed)? (?:date|on|made|submitted)|date of (?:receipt|enquiry)|requested|received|derbyniwyd|dyddiad (?:derbyn|derbyniwyd|y cais))$/,
  ],
  [
    'responded',
    /^(?:date )?(?:of )?(?:our |the |final |foi )?(?:responded|response|replied|reply|answered|answer|completed|completion|issued|issue|sent|closed|disclosed|disclosure|decision (?:sent|issued|date)|date of decision|response (?:sent|issued|date|provided)|reply sent)(?: (?:on|date|to))?$/,
  ],
  ['responded', /^(?:dyddiad (?:ymateb|yr ymateb|ymatebwyd|ateb)|ymatebwyd)$/],
  ['published', /^(?:date )?(?:of )?(?:published|publication)(?: (?:on|date))?$|^(?:cyhoeddwyd|dyddiad cyhoeddi)$/],
  ['date', /^(?:date|dated|dyddiad)$/],
  ['title', /^(?:subject|title|re|(?:foi |request )?(?:title|subject)|subject of (?:the )?request|pwnc|teitl|testun)$/],
  [
    'department',
    /^(?:directorate|department|service|service area|division|business area|business unit|service group|cyfarwyddiaeth|adran)$/,
  ],
  [
    'outcome',
    /^(?:outcome|result|status|request status|(?:foi |request )?(?:outcome|decision|result)|response type|type of response|disclosure decision|response status|canlyniad|penderfyniad)$/,
  ],
  ['exemptions', /^(?:exemptions?|exceptions?)(?: ?\(s\))?(?: (?:applied|used|cited|engaged|relied (?:up)?on|claimed))?$/],
  ['law', /^(?:legislation|act|regime|request type|type of request|legislation (?:applied|used))$/],
];

/** Labels that may stand without a colon before a value on the same line. */
const UNMARKED =
  /^((?:our |foi |foi request |request |case |foi case )?ref(?:erence)?(?: (?:no\.?|number))?|(?:foi )?request(?: (?:no\.?|number|id))?|cyfeirnod|(?:date )?received|(?:date )?responded|(?:date )?published(?: on)?)[ .]+(?=\S*\d)(\S{1,30}(?: \S{1,20}){0,3})$/i;

/** Which field a label names; `null` for any other. */
export function fieldOfLabel(label: string): FieldName | null {
  const plain = label
    .toLowerCase()
    .replace(/[_-]/g, ' ')
    .replace(/\*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*[:.]+$/, '')
    .trim();
  return plain.length > 60 ? null : (LABELS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null);
}

/** Every labelled fact in these blocks. A date that lacks its year or is no day is none; a reference has a figure in it. */
export function findFields(blocks: readonly Block[]): FoundField[] {
  const found: FoundField[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const each = blocks[index] as Block;
    const next = blocks[index + 1];
    if (each.kind === 'table') {
      found.push(...fieldsOfTable(each));
      continue;
    }
    const text = each.marker && each.marker.kind !== 'bullet' ? shownText(each) : each.text;
    const parted = partsOf(text);
    if (parted) {
      const read = make(parted.label, parted.value, [each]);
      if (read) found.push(read);
      if (read || parted.value !== '') continue;
    }
    const label = fieldOfLabel(text);
    if (
      !label ||
      !next ||
      next.kind === 'table' ||
      next.kind === 'heading' ||
      next.text.length > 160 ||
      fieldOfLabel(partsOf(next.text)?.label ?? next.text)
    )
      continue;
    const read = make(text, next.text, [each, next]);
    if (!read) continue;
    found.push(read);
    index++;
  }
  return found;
}

/** The field that one block is, alone or as the label over the next; tells a letterhead from text. */
export function isFieldLine(each: Block): boolean {
  if (each.kind === 'table') return fieldsOfTable(each).length > 0;
  return fieldOfLabel(partsOf(each.text)?.label ?? each.text) !== null;
}

function partsOf(text: string): { label: string; value: string } | null {
  const colon = text.slice(0, 62).search(/:(?!\/\/)|\s[–—-]\s/);
  const named = colon > 0 && (fieldOfLabel(text.slice(0, colon)) !== null || /^(?:foi )?request:\s*\S*\d{3}\S*$/i.test(text));
  if (named) {
    const value = text.slice(colon).replace(/^\s*[:–—-]\s*/, '');
    return { label: text.slice(0, colon), value: value.trim() };
  }
  const match = text.length < 80 ? UNMARKED.exec(text) : null;
  // "Request 2" counts a question; "Request 101000244861" is a reference.
  const counts = match !== null && /request$/i.test(match[1] ?? '') && !/\d{3}/.test(match[2] ?? '');
  return match && !counts ? { label: match[1] ?? '', value: match[2] ?? '' } : null;
}

function make(label: string, value: string, blocks: Block[]): FoundField | null {
  const named = fieldOfLabel(label) ?? (/\d/.test(value) && /^(?:foi )?request$/i.test(label.trim()) ? 'reference' : null);
  const clean = value.replace(/\s+/g, ' ').trim();
  if (!named || !clean) return null;
  // `Response: 30 April 2021` is a date, `Response: We hold …` is the response; `Decision: 3 May 2020` likewise.
  const asDate = named === 'outcome' && parseDay(clean) ? 'responded' : named;
  if (asDate === 'received' || asDate === 'responded' || asDate === 'published' || asDate === 'date') {
    const day = parseDay(clean);
    return day ? { field: asDate, value: day, label: label.trim(), line: blocks[0]?.line ?? 1, blocks } : null;
  }
  const tooLong = clean.length > (named === 'reference' ? 60 : named === 'title' ? 160 : 200);
  if (tooLong || (named === 'reference' && (!/\d/.test(clean) || findDay(clean)?.start === 0))) return null;
  if (named === 'reference' && clean.split(' ').length > 8) return null;
  return { field: named, value: clean, label: label.replace(/\s*:$/, '').trim(), line: blocks[0]?.line ?? 1, blocks };
}

/** A table of two columns whose first holds labels. */
function fieldsOfTable(table: Block): FoundField[] {
  const rows = table.rows ?? [];
  if (rows.some((row) => row.length !== 2)) return [];
  return rows.flatMap(([label = [], value = []]) => make(inlineText(label), inlineText(value), [table]) ?? []);
}
