import { INFO, type Phrase } from './phrase.ts';

/** Not the answer itself but a paper about it. */
const PAPERS =
  /\b(?:pit|public interest test|complaint|appeal|rights|leaflet|guidance|legislation|notice|schedule of exemptions|explanatory)\b.{0,30}\b(?:attached|enclosed|below)\b|\b(?:attached|enclosed|below)\b.{0,40}\b(?:pit|public interest test|complaints?|appeal rights|leaflet|your rights)\b/;

/** How authorities say that information was given, or some of it: the second half of the table in `outcome-phrases.ts`. */
export const GIVEN: readonly Phrase[] = [
  // Some of it.
  {
    signal: 'part',
    pattern: new RegExp(
      String.raw`\b(?:some|most|part|parts|the majority|a portion|much|certain) of (?:the |this |your |that |it )?(?:relevant |requested )?(?:${INFO}|it|request)?.{0,80}\b(?:withheld|redacted|exempt|not been (?:released|disclosed|provided)|unable to provide|cannot be (?:released|provided|disclosed)|is (?:attached|enclosed|provided)[^.]{0,4}, but)\b`,
    ),
  },
  {
    signal: 'part',
    pattern: new RegExp(
      String.raw`\b(?:disclose|release|provide|supply|enclose|enclosing|attach|attached|give|granted?|disclosing|providing)\b.{0,30}\b(?:some|part|most|a copy of some|the majority) of (?:the |this )?(?:requested |relevant )?${INFO}`,
    ),
    unless: /\b(?:costs?|exceed\w*|limit)\b|\b(?:unable|not able|cannot|not) (?:to )?(?:provide|disclose|release|supply|be)\b/,
  },
  {
    signal: 'part',
    pattern: new RegExp(
      String.raw`\b(?:unable|not able|not required|not obliged) to (?:provide|disclose|release|supply) (?:all|some) (?:of )?(?:the )?${INFO}`,
    ),
  },
  {
    signal: 'part',
    pattern:
      /\b(?:some|certain|a small amount of|other|the remaining) (?:relevant |personal |requested |of the )*(?:data|information|names?|details|material)\b.{0,30}\b(?:has|have|is|are|was|were|been) (?:been )?(?:withheld|redacted|removed|exempt(?:ed)?)\b/,
  },
  {
    signal: 'part',
    pattern:
      /\b(?:redacted|partially|partly) (?:version|copy|copies|document|disclosed|released|provided|exempt|granted|information|parts?)\b|\bpartial(?:ly)? (?:disclos|releas|exempt)|\bwith redactions\b|\bin part\b|\bredactions? (?:has|have|had|made|were|was)\b|\b(?:has|have) been redacted\b/,
    unless: /\b(?:absence|cannot be redacted|not possible to redact|in part or)\b/,
  },
  {
    signal: 'part',
    pattern: /\bneed not release the rest\b|\bthe rest (?:of (?:it|the information) )?(?:is|has been) (?:exempt|withheld|refused)\b/,
  },
  { signal: 'part', pattern: /\bpartial(?:ly)?\b|\bsome of the information sent\b/, weak: true },

  // Provided.
  { signal: 'provided', pattern: /\b(?:please (?:find|see)|i|we) (?:attach(?:ed)?|enclose[d]?|below|herewith)\b/, unless: PAPERS },
  {
    signal: 'provided',
    pattern: /\bplease (?:find|see|refer to)\b.{0,80}\b(?:attached|enclosed|below|attachment|spreadsheet|table|document|annex)\b/,
    unless: PAPERS,
  },
  {
    signal: 'provided',
    pattern: new RegExp(
      String.raw`\b(?:${INFO}|response|answers?|they|this|it|schedule|spreadsheet|table|contract|list|hours|copies|policy|minutes|agenc\w+|fee|most of it|which) .{0,60}?\b(?:is|are|was|were|has been|have been) (?:now |also |all |being )?(?:attached|enclosed|provided|supplied|given|set out|shown|listed|detailed|contained|appended|released|disclosed|included)\b(?! (?:a |with |without |only |if|for|because|refus|(?:in|on) (?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))`,
    ),
    unless:
      /\b(?:not|cannot|never|unless|if|when|once|whether|unable|neither|would|previously)\b.{0,60}\b(?:attached|enclosed|provided|supplied|given|released|disclosed|included)\b|\b(?:pit|public interest test|complaint|legislation|explanat|exemption)\b/,
  },
  {
    signal: 'provided',
    pattern:
      /\b(?:is|are|was|were) (?:set out |shown |given |contained |listed )?(?:at|in) (?:the )?(?:annex|appendix|table \d)|\b(?:is|are|was|were) in the (?:attached|enclosed|following|table|tables|accompanying|spreadsheet|annex|document)\b|\bin the (?:following table|table below|attached)\b|\bas follows\b|\b(?:table|tables|figures|list|data|details) (?:is |are )?below\b|\bthe following table\b/,
    unless: /\b(?:exemptions?|exempt|reasons?|explained|refus|rationale|questions?\s\d[\d, and&]{0,20}as follows|act|decision)\b/,
  },
  {
    signal: 'provided',
    pattern:
      /\bas a gesture of good ?will\b|\bgood ?will (?:gesture|disclosure)\b|\boutside (?:of )?the (?:act|foi(?:a)?)\b.{0,60}\b(?:provid|suppl|disclos|offer)/,
  },
  {
    signal: 'provided',
    pattern: new RegExp(
      String.raw`\b(?:decided|able|happy|pleased) to (?:disclose|release|provide|supply|send|confirm) (?:all|the|this|you|both)\b`,
    ),
    unless: /\b(?:unable|not able|confirm that (?:we|the|no)|not been able)\b/,
  },
  {
    signal: 'provided',
    pattern:
      /\b(?:all (?:of )?(?:the )?information (?:requested|you (?:have )?(?:requested|asked for)|has been|provided|sent)|information (?:released|disclosed|provided) in full|(?:granted|disclosed|released|provided) in full|full disclosure|successful)\b/,
    unless: /\b(?:not|unable|partially|cannot)\b/,
  },
  { signal: 'provided', pattern: /\bbut (?:have |has )?(?:provided|supplied|given|enclosed)\b/ },
  { signal: 'provided', pattern: /\b(?:atodir|gweler (?:isod|y tabl|ynghlwm)|ynghlwm)\b/ },

  {
    signal: 'provided',
    pattern: /\b(?:can|to) (?:also |now )?confirm that (?:there (?:are|is|was|were|have been) )?\D{0,60}?\d/,
    unless: /\b(?:hold|holds|held|neither|receipt|received|request|whether|hours|exceed|estimate|section|search)\b/,
  },
  {
    signal: 'provided',
    pattern:
      /^(?:in (?:total|all|20\d\d|the)[^.]{0,40},? )?there (?:are|is|was|were|have been|has been) (?:currently |a total of |approximately |about )?\d/,
    unless: /\b(?:records?|files?|emails?|search\w*|review\w*|manual\w*|hours|minutes|exempt\w*|would|need|case)\b/,
  },

  {
    signal: 'provided',
    pattern:
      /^no (?:[a-z'-]+ ){1,6}(?:were|was|have been|has been) (?!held|found|located|recorded|identified|received|necessary|required|made available)/,
    unless: /\b(?:information|data|records?|response|reply|clarification|documents?|correspondence|inference|decision|public interest)\b/,
  },
];
