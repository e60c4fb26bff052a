import { GIVEN } from './given-phrases.ts';
import { INFO, type Phrase } from './phrase.ts';

const WHETHER =
  /\b(?:whether|if (?:it|such|this|that|the|any|we|so)|is or is not|does or does not|is\/is not|is or isn['’]t|were it|were held|had it|should not be taken|no inference|may or may not|do or do not|would be|may be|might be|could be)\b/;
/**
 * How authorities say it, as data: sentences in lower case with plain quotes, one sentence at a time. The order does not matter; every
 * phrase that fits gives its signal.
 */
export const PHRASES: readonly Phrase[] = [
  // Neither confirmed nor denied.
  {
    signal: 'ncnd',
    pattern: /\b(?:neither|not|cannot|can not|unable to|refus\w{1,5} to) (?:to )?confirms?(?:ed|ing)? (?:n?or|and) den(?:y|ies|ied|ying)\b/,
    unless: /\b(?:in favour of|favouring|factors|interest (?:in|supports?)|balance|whether to) .{0,60}(?:neither|not) confirm/,
  },
  { signal: 'ncnd', pattern: /\bneither confirm(?:s|ed)? n?or den(?:y|ies|ied)\b/ },
  { signal: 'ncnd', pattern: /\bduty to confirm (?:or|nor|and) deny\b.{0,80}\b(?:does not|do not|doesn't) (?:arise|apply)\b/ },
  {
    signal: 'ncnd',
    pattern: /\b(?:an |a )?(?:ncnd|"neither confirm nor deny"|'neither confirm nor deny') (?:response|reply|position|stance)\b/,
  },
  { signal: 'ncnd', pattern: /\bna chadarnhau na gwadu\b|\bnid yw .{0,40}yn cadarnhau nac yn gwadu\b/ },

  // Not held.
  {
    signal: 'not-held',
    pattern:
      /\b(?:do not|does not|did not|don't|doesn't) (?:currently |actually |centrally |routinely |specifically |itself |therefore |separately )*(?:hold|record|collect|possess|retain|keep|maintain|capture|own)\b/,
    unless: /\b(?:whether|if|should|neither|responsib|views?|opinion)\b[^.]{0,60}\b(?:do|does|did)(?: not|n't) (?:currently )?(?:hold|own)/,
  },
  {
    signal: 'not-held',
    pattern: new RegExp(
      String.raw`\b(?:do|does) not have (?:any |the |this |that |such |these |specific |access to (?:the|this) |all (?:of )?(?:the|this) )?(?:requested |relevant |recorded )?${INFO}\b`,
    ),
    unless: WHETHER,
  },
  {
    signal: 'not-held',
    pattern: new RegExp(
      String.raw`\b(?:no|nil) (?:such |relevant |recorded |specific |further |requested |central )*${INFO} (?:(?:is|are|was|were|has been|have been) )?(?:currently )?(?:held|found|located|recorded|exists?|available|identified)\b`,
    ),
    unless: /\b(?:whether|indicat|inference|if)\b/,
  },
  {
    signal: 'not-held',
    pattern: new RegExp(
      String.raw`\b(?:holds?|held|has|have) no (?:such |relevant |recorded |specific |further |requested )*(?:${INFO}|contracts?|polic(?:y|ies))\b`,
    ),
    unless: WHETHER,
  },
  {
    signal: 'not-held',
    pattern: new RegExp(
      String.raw`\b(?:${INFO}|this|these|which|that|it|request|requested|therefore|contract|policy) (?:you (?:have )?requested )?(?:is|are|was|were) (?:also |therefore |simply )?(?:not|no longer) (?:currently |centrally |routinely |specifically )?(?:held|recorded|collected|captured|retained|kept)\b`,
    ),
    unless: /\b(?:whether|if|should not be taken|or is not|or are not|indication)\b/,
  },
  {
    signal: 'not-held',
    pattern: /\b(?:information|data) (?:is )?not held\b/,
    unless: /\b(?:whether|if|or is|number|refused as|notice|release partial)\b/,
  },
  { signal: 'not-held', pattern: /^(?:not held|none held|no information held|information not held|not recorded|data not held)\b/ },
  { signal: 'not-held', pattern: /\bno longer (?:holds?|retains?|has|have)\b/, unless: /\bwhether\b/ },
  {
    signal: 'not-held',
    pattern: new RegExp(
      String.raw`\b(?:search(?:es)?|enquiries)\b.{0,80}\b(?:no|failed to (?:locate|find|identify) any|not (?:located|found|identified) any) (?:trace|${INFO})\b`,
    ),
  },
  {
    signal: 'not-held',
    pattern:
      /\bno specific data held\b|\bwe have no (?:record|trace)\b|\bunable to locate any\b|\bdoes not exist within\b|\bis not (?:a )?held by\b|\bnot held by (?:the|this|us|our)\b/,
    unless: /\bwhether\b/,
  },
  {
    signal: 'not-held',
    pattern:
      /\b(?:nid yw|nid oes|ni)\b.{0,60}\b(?:wybodaeth|data)\b.{0,60}\b(?:gan y|gan yr|gan|gennym|ar gael|ei chadw|ei dal)\b|\bnid (?:ydym|yw).{0,40}\b(?:cadw|dal)\b|\bni chedwir\b|\bnid yw'r wybodaeth (?:hon )?(?:gan|gennym)/,
  },

  // Over the cost limit.
  {
    signal: 'cost',
    pattern:
      /\b(?:exceed(?:s|ed|ing)?|above|over|in excess of|beyond|greater than|more than)\b.{0,50}\b(?:appropriate|cost|costs|fees?|upper|statutory|prescribed|time)[”"’')\s]*(?:\(cost\) |costs? |fees? |time )?(?:limit|threshold|ceiling)/,
    unless:
      /\b(?:section 12 (?:exempts|allows|provides|states|of the act allows)|if (?:the|it) (?:cost|would|exceed)|requests? which|where the)\b/,
  },
  {
    signal: 'cost',
    pattern:
      /\b(?:not|cannot|can't|unable|impossible)\b.{0,140}\bwithin the (?:appropriate|cost|fees?|time|upper)[\s(]*(?:\(?costs?\)?|fees?)? ?(?:limit|threshold)?/,
  },
  {
    signal: 'cost',
    pattern:
      /\bcosts?\b.{0,120}\b(?:above|exceed\w*|over|more than|in excess of|beyond)\b.{0,60}(?:limit|£ ?(?:450|600)|18 hours|24 hours|amount to which|threshold|legally required)/,
    unless: /\bif the cost\b/,
  },
  {
    signal: 'cost',
    pattern: /\b(?:exceed\w*|over|more than|in excess of)\b.{0,40}(?:£ ?(?:450|600)\b|\b(?:18|24|eighteen|twenty[- ]four) hours\b)/,
    unless: /\bif\b/,
  },
  {
    signal: 'cost',
    pattern:
      /\b(?:refus\w+|exempt\w*|appl(?:y|ied|ies)|engage[sd]?|rely\w*|under|by virtue of)\b.{0,60}\b(?:section|s\.?) ?12\b(?! ?\(?[45])/,
    unless: /\b(?:regulation|if|would be)\b/,
  },
  { signal: 'cost', pattern: /\bterfyn (?:cost|priodol)\b/ },

  // Vexatious or repeated.
  {
    signal: 'vexatious',
    pattern:
      /\b(?:is|are|be|as|considered|deemed|found|request|been) (?:to be |considered |deemed |being |therefore )*(?:vexatious|a repeated request|manifestly vexatious)\b/,
    unless: /\b(?:not|whether|may be|could be|if) (?:\w+ )?(?:vexatious|be vexatious)/,
  },
  {
    signal: 'vexatious',
    pattern: /\b(?:identical or )?substantially similar (?:to|request)\b.{0,120}\b(?:previous|section 14|14\(2\)|repeat)/,
  },
  {
    signal: 'vexatious',
    pattern: /\b(?:refus\w+|appl(?:y|ied|ies)|engag\w+|under|by virtue of|rely\w*)\b.{0,60}\b(?:section|s\.?) ?14\b/,
    unless: /\bregulation\b/,
  },

  // Already available.
  {
    signal: 'accessible',
    pattern: /\balready (?:publicly |been (?:made )?)?(?:available|published|accessible|in the public domain|provided to you)\b/,
    unless: /\bnot already\b|\bif\b/,
  },
  { signal: 'accessible', pattern: /\breasonably accessible\b/, unless: /\bnot (?:otherwise )?reasonably\b|\bif\b/ },
  {
    signal: 'accessible',
    pattern: new RegExp(
      String.raw`\b(?:is|are|has been|have been|was|were) (?:all |also |now |both )?(?:published|(?:publicly |freely |readily )?(?:available|accessible))(?: and (?:is )?available| and accessible)? (?:from|at|on|via|in|here|online|through|under|by|to (?:view|download))\b`,
    ),
    unless:
      /\b(?:not|no longer|will be|if|please note|guidance|this notice|readily available)\b.{0,30}\b(?:available|published)\b|\bsafety of the public\b|\bguidance\b/,
  },
  {
    signal: 'accessible',
    pattern: /\b(?:can|may) be (?:found|accessed|viewed|obtained|downloaded|seen) (?:at|on|via|here|from|in|online|by|through|using)\b/,
    unless: /\b(?:guidance|advice|further (?:details|information) (?:on|about) (?:how|your)|explan|complain|notes?|the act|exemption)\b/,
  },
  {
    signal: 'accessible',
    pattern: /\b(?:in the public domain|following link|on our website|on the (?:council|trust|force|authority)['’]?s? website)\b/,
    unless: /\b(?:placed?|put|placing|into the public domain|guidance|if|will be|disclosure log|what is|complain)\b/,
  },
  { signal: 'accessible', pattern: /\b(?:exempt|refus\w+|under|by virtue of)\b.{0,50}\b(?:section|s\.?) ?21\b/ },
  { signal: 'accessible', pattern: /\bar gael (?:ar|yn|drwy)\b/, weak: true },

  // Closed without a decision.
  {
    signal: 'closed',
    closed: 'clarification-lapsed',
    pattern:
      /\b(?:no|not received|have not had|not responded|did not (?:respond|reply|receive))\b.{0,80}\b(?:clarification|clarify)\b|\bclarification\b.{0,100}\b(?:not received|no (?:response|reply)|not been (?:received|provided)|lapsed)\b/,
    unless: /\bstill\b/,
  },
  {
    signal: 'closed',
    closed: 'requester-withdrew',
    pattern: /\b(?:request|you|applicant|requester) (?:was|has been|have|has)?\s?(?:since )?(?:withdrawn|withdrew|asked us to close)\b/,
  },
  {
    signal: 'closed',
    closed: 'transferred',
    pattern:
      /\b(?:we have |i have |has been |was )(?:therefore )?(?:transferred|passed|forwarded|redirected) (?:your request |the request |it |this )?(?:to|on to)\b/,
  },
  {
    signal: 'closed',
    closed: 'invalid',
    pattern:
      /\b(?:is|was) not (?:considered )?(?:to be )?a valid (?:freedom of information |foi |information )?request\b|\bnot a request for recorded information\b/,
  },

  // Withheld.
  {
    signal: 'refused',
    pattern:
      /\bexempt(?:ed)?\b(?: from (?:disclosure|release|the duty))?[ ,]{0,2}(?:by virtue|under|in terms|pursuant|as|because|in accordance|from disclosure|information|due|on the|and)\b/,
    unless: /\b(?:would be|may be|might be|could be|can be|if|considers?|whether|where)\b.{0,40}\bexempt|\bnot exempt|\bexempts\b/,
  },
  {
    signal: 'refused',
    pattern: /\b(?:is|are|as|considered|be|been) (?:therefore |also |being )?(?:exempt|withheld|refused)\b/,
    unless:
      /\b(?:would|may|might|could|can|if|whether|where|not) (?:also |therefore )?(?:be |is |are )?(?:exempt|withheld|refused)|\bif .{0,60}\b(?:is|are|be) (?:exempt|withheld|refused)|\bparts?\b.{0,40}\bredacted\b|\bhow many\b/,
  },
  {
    signal: 'refused',
    pattern:
      /\b(?:i|we|council|trust|force|authority|university|department|police|service|board) (?:am|are|is|has|have) (?:now |today |therefore |also )*(?:withholding|refusing|refused|withheld|declining|decided (?:not to (?:disclose|release|provide)|to (?:withhold|refuse)))\b/,
  },
  {
    signal: 'refused',
    pattern:
      /\b(?:decided|decision is|have to|must|intend) (?:not to (?:disclose|release|provide|supply)|to (?:withhold|refuse|decline))\b/,
  },
  {
    signal: 'refused',
    pattern:
      /\b(?:this|letter|response|email|e-mail|it|following|therefore)\b.{0,60}\b(?:acts?|serves?|stands?|represents?|constitutes?|is|as) (?:as )?(?:a |our |the |formal )*refusal notice\b/,
    weak: true,
  },
  {
    signal: 'refused',
    pattern:
      /\b(?:not (?:obliged|required|able|prepared|willing)|unable) (?:by statute |under the act )?to (?:supply|provide|disclose|release|give|share)\b|\b(?:cannot|will not|can not|won't) (?:be )?(?:provide[d]?|disclose[d]?|release[d]?|supply|supplied|give|given)\b/,
    unless: /\b(?:whether|all of the|some of the)\b/,
    weak: true,
  },
  { signal: 'refused', pattern: /^(?:refused|withheld|exempt|redacted in full)\b/ },
  {
    signal: 'refused',
    pattern:
      /\b(?:exemption|exception|section|regulation)\b.{0,80}\b(?:applies|apply|is engaged|are engaged|has been (?:applied|engaged)|have been applied)\b/,
    unless:
      /\b(?:not|where|if|whether|when|unless|would)\b.{0,60}\b(?:applies|apply|engaged|applied)\b|\bmust not|\bapplies (?:where|when|if)\b/,
  },
  {
    signal: 'refused',
    pattern:
      /\b(?:we|i|council|trust|force|university|police) (?:have |has )?(?:applied|apply|applies|rely|relies|am applying|are applying|are relying|engaged?|claims?)\b.{0,40}\b(?:exemption|exception|section|regulation|s\.? ?\d)/,
  },
  { signal: 'refused', pattern: /\bmanifestly unreasonable\b/, unless: /\b(?:not|whether|if)\b.{0,20}\bmanifestly/ },
  { signal: 'refused', pattern: /\b(?:wedi'i (?:eithrio|heithrio)|eithriedig|gwrthod (?:datgelu|eich cais)|esempt)\b/ },
  ...GIVEN,
];
