/*
 * How requesters and authorities begin to speak, as data. They find the request and the response on pages that have no headings for them.
 * All patterns are tested against the start of one block.
 */

/** The authority introduces what was asked. */
export const REQUEST_CUES: readonly RegExp[] = [
  /^i note (?:that )?you (?:seek|have requested|are seeking|request)\b/i,
  /^(?:in (?:your (?:request|email|e-mail|letter|correspondence)|it|which),? )?you (?:have )?(?:also )?(?:asked|requested|wrote|sought|ask|request)(?: for| us| to| that|:| the| whether|\b.{0,120}:$)/i,
  /^(?:your|the) (?:request|questions?|enquiry|query|foi request|original request)(?: for information)?(?: (?:was|is|were|are|reads?|read|asked))?(?: as follows| set out below| below)?:$/i,
  /^your request (?:for information )?(?:asked|was|is|reads?|read|sought)\b.{0,80}:?$/i,
  /^(?:the )?(?:following|information) (?:information )?(?:you )?(?:was |were |have )?requested\b.{0,60}:$/i,
  /^(?:thank you for|we refer to|i refer to|further to|with reference to|i write (?:in connection|further)|i am writing).{0,260}(?:you (?:asked|requested|sought|wrote)|as follows|the following(?: information)?|below|requesting|quoted|seek access).{0,60}:$/i,
  /^(?:gofynasoch|gofynnoch|rydych wedi gofyn)\b/i,
];

/** The authority speaks for itself. `AUTHORITY` stands for "the Council", "West Midlands Police" and the like. */
const AUTHORITY = String.raw`(?:[Tt]he |[Tt]his |[Oo]ur )?(?:\p{Lu}[\p{L}'’&.-]*(?: (?:of|and|for|the|in|&|\p{Lu}[\p{L}'’&.-]*)){0,7}|council|trust|force|university|authority|department|board|service|college|school|commission|agency|constabulary|office)`;
const SPEAKS = String.raw`(?:can confirm|can neither|neither confirms|does not|do not|holds?\b|is unable|are unable|has (?:considered|conducted|searched|decided|applied|carried|established|not)|have (?:considered|conducted|decided|applied)|considers?|hereby|estimates?|has identified|is not obliged|cannot|will not|no longer|is withholding|is refusing|only (?:holds|records))`;

export const RESPONSE_CUES: readonly RegExp[] = [
  /^(?:please (?:find|see) (?:attached|enclosed|below|our|the (?:attached|enclosed|table|information|response))|please refer to|please be advised|please note (?:that )?(?:we|the (?:council|trust|force)))\b/i,
  /^(?:enclosed|attached)\b/i,
  /^(?:i|we) (?:enclose|attach)\b/i,
  /^(?:i|we) (?:can|am able to|are able to|would|wish to|am pleased to|are pleased to) (?:now )?(?:confirm|advise that|inform|neither)\b/i,
  /^(?:i|we) (?:am|are) (?:now )?(?:writing|responding|replying|able to (?:provide|respond|supply|confirm)|unable|not (?:able|obliged|required)|refusing|withholding|pleased|sorry|treating)\b/i,
  /^(?:i|we) (?:have )?(?:now |today |also |since |fully )*(?:decided|considered|completed|concluded|searched|conducted|carried out|reviewed|dealt|processed|handled|established|identified|asked|consulted|contacted)\b/i,
  /^(?:i|we) (?:do not|don['’]t|no longer|only|currently|hold|regret|apologise|estimate|neither|cannot|can neither|consider that|believe that|acknowledge|confirm|refer to your)\b/i,
  /^(?:i|we) (?:respond|reply|write) (?:in connection|in response|to|further|regarding|with)\b/i,
  /^(?:in response to|having considered|having completed|following (?:receipt|a search|consideration|your)|further to|with reference to|thank you for|thanks for|in accordance with (?:the|section)|under (?:section|regulation)|pursuant to|unfortunately|regrettably)\b/i,
  /^(?:with|in) (?:regards?|respect|relation|reference|response|answer) (?:to|of) (?:your |the |part )?(?:first|second|third|fourth|fifth|last|questions?|points?|parts?|requests?|q\s?\d)/i,
  /^(?:your|this|the) request (?:for information )?(?:below )?(?:has (?:now )?been|is (?:being )?(?:refused|exempt|vexatious|too|manifestly)|has been (?:considered|handled|refused)|was (?:received|handled|refused))\b/i,
  /^your request for information (?:below )?has\b/i,
  /^(?:our|the) (?:response|answer|reply)(?: to (?:your|each|the) (?:request|questions?|enquiry)| is| are|s are)\b/i,
  /^(?:some|most|all|none|no|not all|part) (?:relevant |of the |of this |of your |such |recorded |requested )*(?:information|data|records?|request)\b.{0,60}\b(?:is|are|has|have|was|were|held|attached|exempt|found|located)\b/i,
  /^(?:this|the|that) (?:requested |relevant )?(?:information|data)(?: (?:that )?(?:you (?:have )?)?(?:requested|sought|asked for))?(?: \w+)? (?:is|are|was|can|cannot|has|have|would|could|requested is)\b/i,
  /^our (?:data|records|systems?|information|files|search(?:es)?|databases?|figures|policy)\b/i,
  /^(?:no information (?:is )?held|information not held|not held|exempt\b|nil(?: return)?\b|no recorded information)/i,
  /^(?:it|there) (?:is|are|has been|have been) (?:estimated|not|no|calculated)\b/i,
  new RegExp(`^${AUTHORITY} ${SPEAKS}`, 'u'),
  /^(?:mae|nid yw|nid oes|gallaf|gallwn|diolch am|atodir|gweler)\b/i,
];

/** The requester asks: a question, or a wish for information. */
const ASKS: readonly RegExp[] = [
  /\?[”"’')\]\s]*(?:\([^)]{0,120}\)?)?$/,
  /^(?:please|pls|kindly|could|can|would|may i|might)\b/i,
  /^(?:i|we) (?:would|am|wish|request|want|hereby|seek|'d|need|hope|require|understand)\b/i,
  /^(?:how|what|when|where|which|who|why|whether|does|do|did|is|are|was|were|has|have|had|if (?:so|yes|not|possible|applicable))\b/i,
  /^(?:under|pursuant to|in accordance with|using) the (?:freedom|foi|environmental|terms of)\b/i,
  /^(?:the |a |an |any |all |total |full )?(?:(?:total |overall |annual |average |full |current |exact )?(?:numbers?|amounts?|totals?|names?|costs?|values?|dates?|details?|cop(?:y|ies)|lists?|breakdowns?|figures?|percentages?|proportion|minutes|emails?|e-mails|correspondence|documents?|reports?|records?|contracts?|polic(?:y|ies)|data|information|communications|spend(?:ing)?|reasons?|terms))\b/i,
  /^(?:confirm|provide|supply|state|list|give|tell|send|disclose|explain|describe|specify|identify|break down|include)\b/i,
  /^(?:faint|sawl|pa |pryd|ble|pwy|pam|a oes|a yw|beth|sut|rhowch|darparwch)/i,
];

const matches = (patterns: readonly RegExp[]) => (text: string) => patterns.some((pattern) => pattern.test(text));

/** The authority says what was asked for. */
export const isRequestCue = matches(REQUEST_CUES);
/** The authority answers. */
export const isResponseCue = matches(RESPONSE_CUES);
/** Somebody asks for something. */
export const isAsk = matches(ASKS);

/** `Dear …` in a letter. */
export function isSalutation(text: string): boolean {
  return text.length < 80 && /^(?:dear|annwyl)\b/i.test(text);
}

/** `Yours faithfully`, `Kind regards` and what else ends a letter. */
export function isSignOff(text: string): boolean {
  return (
    text.length < 60 &&
    /^(?:yours (?:sincerely|faithfully|truly)|(?:kind(?:est)?|best|warm|many)? ?regards|(?:kind|best) wishes|(?:many )?thanks|thank you|sincerely|yn gywir|cofion)\b(?! for)[\s,.!]*(?:[a-z .]{0,30})?$/i.test(
      text,
    )
  );
}
