import { shownText, type Block, type Dropped } from './block.ts';

/**
 * Lines that belong to the site and not to the answer, whole lines only, by what they say. As data: one pattern a kind of line, tested
 * against the line in lower case without a final full stop. Where a sentence of the answer could read the same, it is not here.
 */
const BOILERPLATE: readonly RegExp[] = [
  /^(?:skip|jump|go|neidio|mynd) (?:to|i['’]r|i) (?:the )?(?:main )?(?:content|navigation|search|footer|menu|prif gynnwys|cynnwys|brif gynnwys|llywio)$/,
  /^neidio i['’]r prif gynnwys$/,
  /^(?:back|return) to (?:the )?(?:top|disclosure log|search results|foi requests|results|list|previous page)(?: of (?:the )?page)?$/,
  /^(?:quickly exit this site|leave this site|exit this site|hide this page)\b.{0,80}$/,
  /^we(?:['’]d like to)? (?:use|set) (?:some )?(?:essential |additional |optional )?cookies\b.{0,200}$/,
  /^(?:your|you can|manage|accept|reject|customise|hide).{0,60}\bcookies?\b.{0,160}$/,
  /^(?:cookies?|cookie (?:policy|settings|preferences|notice|consent))$/,
  /^(?:accept|reject|save|close|hide)(?: all| additional| this message| cookies| message)*$/,
  /^sorry, there was a technical problem\b.{0,60}$/,
  /^this (?:site|website|service|page) is (?:a |in )?(?:beta|alpha)\b.{0,200}$/,
  /^(?:beta|alpha) ?this is a new service\b.{0,120}$/,
  /^(?:print this page|print page|email this page|share this page|share on (?:facebook|twitter|x|linkedin|whatsapp)|toggle (?:navigation|menu))$/,
  /^(?:show|hide|open|close|toggle) (?:mobile |main |site )?(?:menu|search control|search|navigation)$/,
  /^(?:is|was) this page (?:useful|helpful)\b.{0,60}$/,
  /^(?:did you find (?:this|what)|help us improve|give feedback|rate this page|report a problem with this page|tell us what you think)\b.{0,80}$/,
  /^(?:last updated|page last updated|last modified|last reviewed|page updated)\b.{0,60}$/,
  /^(?:posted|published|added|written|uploaded) (?:on .{4,40} )?by .{2,60}$/,
  /^(?:posted|filed) (?:on|in|under)\b.{0,80}$/,
  /^(?:©|copyright)\s.{0,120}$|^\(c\) (?:copyright\b.{0,100}|[^?]{0,60}\b(?:19|20)\d\d)$/,
  /^(?:you are here|you are viewing)\b.{0,160}$/,
  /^(?:home|hafan)(?: ?[>»›/|] ?[^>»›|]{1,80}){1,8}$/,
  /^(?:follow|find|join|like) us on\b.{0,80}$/,
  /^(?:all content is available under|©|crown copyright|all rights reserved)\b.{0,160}$/,
  /^(?:coronavirus|covid-?19|coronavirus \(covid-?19\))(?: information| advice| updates?)?$/,
  /^page \d{1,4} of \d{1,4}$/,
  /^(?:disclosure log|foi disclosure log|freedom of information disclosure log|cofnod datgelu)$/,
  /^.{3,60} [–—|-] (?:foi |freedom of information )?disclosure log$/,
  /^(?:text size|change background|font size|\+?a ?\+?a ?\+?a)\b.{0,60}$/,
  /^(?:this is an html version of an attachment to the freedom of information request)\b.{0,200}$/,
  /^link: \[.{1,200}\]$/,
];

/** Single words of a menu. A list in an answer may hold them too, so they count only at the very top or bottom of a page. */
const AT_EDGES =
  /^(?:home|hafan|menu|search|close|share|print|tweet|facebook|twitter|x|linkedin|whatsapp|instagram|youtube|email|log ?in|sign in|register|cymraeg|english|listen|contents|(?:previous|next|prev)(?: (?:page|article|request|entry|post))?)$/;

/** True for a line of the site's own furniture, wherever it stands. */
export function isBoilerplate(text: string): boolean {
  if (text.length > 260) return false;
  const line = plain(text);
  return BOILERPLATE.some((pattern) => pattern.test(line));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.…]+$/, '')
    .trim();
}

/** The blocks that are the answer's own, and what was left out. */
export function dropBoilerplate(blocks: readonly Block[]): { kept: Block[]; dropped: Dropped[] } {
  const sure = blocks.map((each) => each.kind !== 'table' && isBoilerplate(shownText(each)));
  const edge = blocks.map((each, index) => sure[index] === true || AT_EDGES.test(plain(shownText(each))));
  const top = edge.indexOf(false);
  const bottom = edge.lastIndexOf(false);
  const isDropped = (index: number) => sure[index] === true || index < top || index > bottom;
  return {
    kept: blocks.filter((_, index) => !isDropped(index)),
    dropped: blocks
      .filter((_, index) => isDropped(index))
      .map((each) => ({ line: each.line, text: shownText(each), why: 'boilerplate' as const })),
  };
}

/**
 * Short lines above the title that are neither label nor sentence of the answer: a banner, such as a notice about the service.
 * Only where the title carries the reference, so that it is known to be the title.
 */
export function dropBanner(before: readonly Block[], isField: (block: Block) => boolean): { kept: Block[]; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const kept = before.filter((each) => {
    const text = shownText(each);
    if (each.kind === 'table' || isField(each) || text.length > 140) return true;
    dropped.push({ line: each.line, text, why: 'boilerplate' });
    return false;
  });
  return { kept, dropped };
}
