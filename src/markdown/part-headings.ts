import type { ReasonKind } from './body.ts';

/*
 * The headings inside a response that mean something: which question is answered, and which step of the reasoning follows.
 * Tested from the top; the first pattern that fits names the kind.
 */
const REASON_HEADINGS: readonly (readonly [ReasonKind, RegExp])[] = [
  [
    'advice',
    /^(section 16\b.*|(duty to provide )?advice (and|&) assistance|advice and help|how to narrow (your|the) request|duty to assist|cyngor a chymorth)/,
  ],
  [
    'complaint',
    /^(complaints?( rights| procedure)?|(your )?rights? (of|to) (an? )?(internal )?(review|complaint|complain|appeal)|appeal rights|internal review( procedure)?|if you are (unhappy|not satisfied|dissatisfied)|how to complain|next steps)/,
  ],
  [
    'factors-against',
    /^((public interest )?(factors?|considerations?|arguments?|reasons?) (against|in favour of (maintaining|withholding|non|neither|not )|favouring (maintaining|withholding|non|neither|not )|for (maintaining|withholding|non|neither|not ))|(public interest )?in favour of (maintaining|withholding|non))/,
  ],
  [
    'factors-for',
    /^((public interest )?(factors?|considerations?|arguments?) (favouring|in favour|for)|(public interest )?in favour of (disclos|releas|confirm))/,
  ],
  ['balance', /^(balanc(e|ing) test|(the )?balance of (the )?public interest|balancing the public interest|balance$)/],
  [
    'public-interest-test',
    /^(the )?((prejudice|harm) (test )?(and|\/) )?public interest( test| considerations?)?\b|^prejudice test ?\/ ?public interest|^prawf budd y cyhoedd/,
  ],
  ['prejudice-test', /^((overall |evidence of )?harm( test)?( for .*)?|(the )?prejudice( test)?|evidence of (harm|prejudice))$/],
  [
    'exemptions-explained',
    /^(explanation of (the )?(exemptions?|exceptions?)|(exemptions?|exceptions?)( applied| claimed| relied on| engaged)?$|((sub)?sections?|regulations?|ss?\.?|regs?\.?) ?\d{1,2}\b)/,
  ],
  [
    'reasons',
    /^(reasons?( for (our |the |this )?(decision|refusal|response|withholding|exemption).*)?|why we (withheld|refused|have not|cannot)|refusal notice|explanation|rhesymau?)$/,
  ],
];

/** Which step of the reasoning a heading announces; `null` where it is none. Case and a final colon do not matter. */
export function reasonKindOf(heading: string): ReasonKind | null {
  const words = plain(heading);
  return REASON_HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{1,2})?[a-z]?(?:\([a-z0-9]{1,4}\))*`;
const WORD = String.raw`(?:questions?|qs?|requests?|parts?|cwestiwn|cwestiynau)`;
const HEADING = new RegExp(
  String.raw`^(?:(?:our )?(?:answers?|responses?|reply) (?:to |for )?)?${WORD}[\s.]*(${NUMBER}(?:(?:\s*(?:,|;|&|–|—|-|\band\b|\bto\b|\ba\b)\s*)+(?:${WORD}\s*)?${NUMBER})*)\s*(?:$|[.:)–—-])`,
  'i',
);
const LIST_TOKEN = new RegExp(`${NUMBER}|–|—|-|\\bto\\b`, 'gi');
const BARE = new RegExp(`^(${NUMBER})[.)]?$`, 'i');

/**
 * The question numbers that a heading of an answer names: `Question 1` → `['1']`, `Questions 2 and 3A` → `['2', '3A']`,
 * `Questions 4 to 6` → `['4', '5', '6']`. Words after the numbers, set off by punctuation, are the heading's own. `null` for any other heading.
 */
export function answerNumbersOf(heading: string): string[] | null {
  const match = HEADING.exec(heading.trim()) ?? BARE.exec(heading.trim());
  return match?.[1] ? spellOut(match[1]) : null;
}

/** A list of numbers as written, `1, 2 and 4 to 6`, spelled out; a range of more than 60 keeps its two ends. */
export function spellOut(list: string): string[] {
  const tokens = [...list.matchAll(LIST_TOKEN)].map(([token]) => token);
  const numbers: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (/^\d/.test(token)) {
      const from = Number(numbers.at(-1));
      const to = Number(token);
      const range = index > 0 && !/^\d/.test(tokens[index - 1] ?? '') && from < to && to - from <= 60;
      if (range) for (let each = from + 1; each < to; each++) numbers.push(String(each));
      numbers.push(token);
    }
  }
  return numbers;
}

function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[*_:’']/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
