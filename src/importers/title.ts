import { findReference, splitTitle } from '../model/references.ts';
import { shownText, type Block, type Page } from './block.ts';
import { findDay } from './dates.ts';
import { isFieldLine, type FoundField } from './fields.ts';

/** What the page says its title and reference are. */
export interface Title {
  title: string | null;
  reference: string | null;
  /** Where it was read: `null` for the title's own block in the text. */
  because: string | null;
  /** The block that was the title, which the body does not repeat. */
  block: Block | null;
}

/** Words about the kind of page, at the end or the beginning of a title. */
const SUFFIX =
  /\s*(?:[:|–—-]|\s)\s*(?:foi\/eir release|foi release|foi request|foi response|foi disclosure|freedom of information (?:request|release|response|disclosure)|foi|disclosure log|eir release|response)\s*$/i;
const PREFIX =
  /^(?:freedom of information(?: act)?(?: 2000)?|foi|eir|disclosure log|request for information|information request)(?: act)?(?: request| response| release| disclosure)?\s*(?:[:–—-]\s*|\s[|]\s)/i;
/** A title that says what every page says. */
const GENERIC =
  /^(?:freedom of information(?: \(foi\))?(?: act)?(?: \(scotland\))?(?: act)?(?: 20\d\d)?|foi|foia|eir|environmental information regulations(?: 20\d\d)?|disclosure log|foi disclosure log|cofnod datgelu|rhyddid gwybodaeth|home|page not found|untitled|document|request|response|your request|our response|information requests?|foi (?:requests?|responses?)(?: (?:and|&) responses?)?)?(?:[\s:–—-]*(?:your |our )?(?:request|response|disclosure|release|act|log|for information|disclosure log|reply|decision notice|foi|20\d\d)s?\b)*[\s:.]*$/i;

/** Title and reference from what calls itself a title, else from the first line of the page that can be one. */
export function findTitle(page: Page, header: readonly Block[], fields: readonly FoundField[], isLetter: boolean): Title {
  const none = { title: null, reference: null, because: null, block: null };
  const stated = fields.find(({ field }) => field === 'title');
  const marked = header.find(
    (each) => each.kind !== 'table' && each.text.length < 200 && findReference(shownText(each))?.kind === 'bracketed' && !isFieldLine(each),
  );
  const h1 = page.titles.find(({ from }) => from === 'h1');
  if (marked) {
    const { title, reference } = cleanTitle(shownText(marked));
    if (title) return { title, reference, because: null, block: marked };
  }
  if (stated) {
    const { title, reference } = cleanTitle(stated.value);
    if (title) return { title, reference, because: `${stated.label}: ${stated.value}`, block: null };
  }
  if (h1) {
    const { title, reference } = cleanTitle(h1.text);
    const own = header.find((each) => each.kind === 'heading' && shownText(each) === h1.text) ?? null;
    if (title) return { title, reference, because: null, block: own };
    if (reference) return { ...titleElsewhere(page), reference, block: own };
  }
  // An export of a site where requests are made in public: the title stands over who asked whom.
  const asked = header.findIndex(({ text }) =>
    /\bmade this (?:freedom of information|environmental information) request to\b|^the request was (?:successful|partially successful|refused)\b/i.test(
      text,
    ),
  );
  for (const line of asked > 0 ? header.slice(asked - 1, asked) : header.filter((each) => canBeTitle(each, isLetter))) {
    const { title, reference } = cleanTitle(shownText(line));
    if (title) return { title, reference, because: null, block: line };
  }
  const elsewhere = titleElsewhere(page);
  return elsewhere.title ? elsewhere : none;
}

function titleElsewhere(page: Page): Title {
  for (const { text, from } of page.titles.filter((each) => each.from !== 'h1')) {
    const { title, reference } = cleanTitle(from === 'title' ? withoutSite(text) : text);
    if (title) return { title, reference, because: from === 'title' ? `<title>${text}</title>` : `${from}: ${text}`, block: null };
  }
  return { title: null, reference: null, because: null, block: null };
}

/** A title without its reference and without the words that name the kind of page; `null` where nothing is left. */
export function cleanTitle(line: string): { title: string | null; reference: string | null } {
  const text = line.replace(/\s+/g, ' ').trim();
  const split = isAboutAnother(text) ? { title: text, reference: null } : splitTitle(text);
  const title = cleanWords(split.title);
  return { title, reference: split.reference };
}

/** A title without the words that name the kind of page; `null` where nothing is left. */
export function cleanWords(words: string): string | null {
  let title = words;
  for (let pass = 0; pass < 3; pass++) {
    const shorter = title
      .replace(SUFFIX, '')
      .replace(PREFIX, '')
      .replace(/^[\s:|–—-]+|[\s:|–—-]+$/g, '')
      .trim();
    if (!shorter || shorter === title) break;
    title = shorter;
  }
  return !title || GENERIC.test(title) ? null : title;
}

/** `Files relating to FOI 201900009848`: the reference of another request, which this one is about. */
function isAboutAnother(text: string): boolean {
  const found = findReference(text);
  if (!found || found.kind === 'bracketed') return false;
  const before = text
    .slice(0, found.start)
    .replace(
      /\b(?:foi|eir|the|request|requests|ref|reference|no|number|case|response|responses|your|our|previous|earlier|freedom|of|information)\b|[\s.:#-]/gi,
      ' ',
    )
    .trim();
  return /(?:^|\s)(?:to|regarding|about|on|concerning|for|from|and|re|with|follow|up|after|under|in)$/i.test(before);
}

/** `Title | Council` and `Title - Council` without the site's name: the last part, where one before it is left. */
function withoutSite(text: string): string {
  const parts = text.split(/\s+[|·»–—-]\s+/);
  return parts.length > 1 ? text.slice(0, text.lastIndexOf(parts.at(-1) ?? '')).replace(/\s*[|·»–—-]\s*$/, '') : text;
}

function canBeTitle(each: Block, isLetter: boolean): boolean {
  const text = shownText(each);
  if (!/\p{L}{3}/u.test(text)) return false;
  if (each.kind === 'table' || (each.kind === 'item' && !/\d/.test(each.marker?.raw ?? '')) || text.length > 130 || text.length < 3)
    return false;
  if (isFieldLine(each) || findDay(text)?.start === 0 || /[@?]|https?:/.test(text)) return false;
  if (/[.;,:]$/.test(text) || /^(?:dear|thank you|i |we |please|from|to|sent|you asked)\b/i.test(text)) return false;
  // Above the salutation of a letter stand names and addresses: only a line that carries the reference can be its title.
  return isLetter ? findReference(text) !== null && cleanTitle(text).title !== null : true;
}

/** A file name as words, where it is some: `mobile-phone-data.txt` → `Mobile phone data`; `null` for `page-1` or `000_0eab41`. */
export function titleOfFileName(source: string): string | null {
  const last =
    decodeName(source.split(/[?#]/, 1)[0] ?? '')
      .replace(/\/+$/, '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  const spaced = last
    .replace(/\.(?:txt|text|html?|xhtml|md|markdown|pdf)$/gi, '')
    .replace(/[-_+.\s]+/g, ' ')
    .trim();
  const { title } = cleanTitle(spaced);
  const proper = (title ?? '')
    .split(' ')
    .filter(
      (word) =>
        /^[\p{L}'’]{3,}$/u.test(word) &&
        !/^(?:foi|eir|input|page|index|file|response|request|document|copy|final|ref|untitled|export|www|txt|html)$/i.test(word),
    );
  if (!title || proper.length < 2 || /[0-9a-f]{8,}/i.test(title)) return null;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
