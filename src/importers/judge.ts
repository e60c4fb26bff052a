import type { Law } from '../model/laws.ts';
import { overallOutcome, type Outcome } from '../model/outcomes.ts';
import type { Segment } from './answers.ts';
import type { Block } from './block.ts';
import { isClosing } from './answers.ts';
import { parseDay } from './dates.ts';
import { findRelied, mostExact, type Relied } from './exemptions.ts';
import { decide, readSignals, signalsOf, type Decided, type Said } from './outcomes.ts';
import { sortPassages } from './passages.ts';
import type { Question } from './questions.ts';
import { sentencesOf } from './sentences.ts';

/** What is proposed for one question, and on which words. */
export interface Judged {
  decided: Decided | null;
  relied: Relied[];
}

export interface Judgement {
  questions: Judged[];
  /** Of the request as a whole; `outcome` is `null` where its questions went different ways, or nothing is said. */
  overall: Judged;
  /** The questions' outcomes differ and cannot be put in one word: how often each was given. */
  several: string | null;
}

/**
 * Proposes outcomes and exemptions: for each question from its own answer and from what is said of it by number, for the rest from what
 * is said of the request as a whole.
 * @param lead what the authority says before the response begins
 */
export function judge(questions: readonly Question[], segments: readonly Segment[], lead: readonly Block[], law: Law): Judgement {
  const outside = [...lead, ...segments.flatMap(({ kind, blocks }) => (kind === 'prose' || kind === 'reason' ? blocks : []))];
  const { about, general } = sortPassages(outside, questions);
  const above = new Set(lead);
  const spoken = outside.filter((each) => !above.has(each));
  const all = [...lead, ...segments.flatMap(({ kind, blocks }) => (kind === 'closing' ? [] : blocks))];
  const relied = mostExact(findRelied(all, law));
  const generalSaid = readSignals(general);
  // The list of exemptions after an introduction about some questions is theirs; what else is relied on outside of answers is general.
  const generalRelied = mostExact(findRelied(outside, law));
  const answers = questions.map((_, place) =>
    segments.filter((each) => each.kind === 'answer' && each.questions.includes(place)).flatMap(({ blocks }) => blocks),
  );

  const own = questions.map((_, place): Judged => {
    const [answer, said] = [answers[place] ?? [], about.get(place) ?? []];
    if (answer.length === 0 && said.length === 0) return { decided: null, relied: [] };
    const cited = exact(mostExact([...findRelied(answer, law), ...findRelied(said, law)]), relied);
    const signals = [...readSignals(answer), ...readSignals(said)];
    // "Our response is attached. As to questions 2 and 6 we neither confirm nor deny that we hold any other information."
    const beside =
      answer.length === 0 && signals.length > 0 && signals.every(({ other }) => other)
        ? generalSaid.filter(({ signal }) => signal === 'provided')
        : [];
    return { decided: decideFor(answer, [...beside, ...signals], cited, all), relied: cited };
  });

  const whole = questions.length === 0 || own.every(({ decided }) => decided === null);
  const stated = whole ? spoken.filter(statesFigure).slice(0, 1).flatMap(given) : [];
  const generalDecided = decide([...generalSaid, ...stated], whole ? generalRelied : [], whole ? substance(spoken, spoken) : null);
  // What was given as a gesture of goodwill answers some of the questions, and nobody says which.
  const unclear =
    generalDecided?.outcome === 'part' && !own.some(({ decided }) => decided?.outcome === 'granted' || decided?.outcome === 'part');
  const each = own.map((judged) =>
    judged.decided || (unclear && questions.length > 1)
      ? judged
      : fromWhole(judged, generalDecided, whole, questions.length === 1, generalSaid, relied),
  );
  const outcomes = each.map(({ decided }) => decided?.outcome ?? null);
  if (whole) return { questions: each, overall: { decided: generalDecided, relied }, several: null };
  const known = outcomes.filter((outcome): outcome is Outcome => outcome !== null);
  const complete = known.length === outcomes.length;
  const overall = overallOutcome(null, complete || !generalDecided ? outcomes : [...known, generalDecided.outcome]);
  const because = describe(each, complete ? null : generalDecided);
  const closed = each.find(({ decided: own }) => own?.outcome === 'closed')?.decided?.closed ?? null;
  const decided =
    overall?.kind === 'one' ? { outcome: overall.outcome, closed: overall.outcome === 'closed' ? closed : null, because } : null;
  return { questions: each, overall: { decided, relied }, several: overall?.kind === 'several' ? because : null };
}

/** An answer that says nothing about withholding is an answer given. */
function decideFor(answer: readonly Block[], said: readonly Said[], cited: readonly Relied[], all: readonly Block[]): Decided | null {
  const figure = answer.length > 0 && !answer[0]?.quote && FIGURE.test(answer[0]?.text ?? '') ? given(answer[0] as Block) : [];
  const decided = decide([...figure, ...said], cited, substance(answer, answer));
  if (decided?.outcome !== 'refused' || cited.length > 0) return decided;
  // "Exempt", and the reasons further down refuse to confirm or deny.
  const elsewhere = readSignals(all).find(({ signal, weak }) => signal === 'ncnd' && !weak);
  return elsewhere && answer.every(({ text }) => text.length < 60)
    ? { outcome: 'ncnd', closed: null, because: `“${elsewhere.words}”, line ${elsewhere.line}` }
    : decided;
}

/** An answer that begins with its figure, or with yes or no, gives something even if it withholds the rest. */
const FIGURE =
  /^(?:[<>~£]\s?\d|\d[\d,.]*(?:\s|$|%)(?!\.|\)|working days)|(?:none|nil|zero|yes|no)\b[.,;:]|(?:fewer|less|more) than (?:\d|five|ten))/i;

/** A short line of the answer that gives a figure and says nothing of the law. */
function statesFigure(each: Block): boolean {
  if (each.quote || each.kind === 'table' || each.text.length > 160 || isClosing(each.text)) return false;
  const legal =
    /\b(?:act|sections?|regulations?|exempt\w*|requests?|information|public interest|disclos\w+|withh\w+|prejudice|hours?|minutes|limit|exceed\w*|£ ?(?:450|600)|working days|records?|files|emails)\b/i;
  return (
    /^(?:[£<]?\d[\d,.]*[\s%]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s)|(?:^|\s)[^\s]{3,}(?::| [–-]) ?£?\d/i.test(
      each.text,
    ) &&
    !legal.test(each.text) &&
    parseDay(each.text) === null
  );
}

function given(each: Block): Said[] {
  const first = sentencesOf(each.text)[0]?.text ?? '';
  return signalsOf(first, each.line).length > 0
    ? []
    : [{ signal: 'provided', weak: false, closed: null, words: first.slice(0, 60), line: each.line, other: false }];
}

/** The first words of an answer that are an answer: no thanks, no introduction, no signature. */
function substance(blocks: readonly Block[], context: readonly Block[]): { words: string; line: number } | null {
  const words = blocks.find((each) => !each.quote && each.text.trim() && !isClosing(each.text) && !isCourtesy(each.text));
  const table = context.find(({ kind, figures }) => kind === 'table' || figures);
  const found = words ?? table;
  return found ? { words: found.text.replace(/\s+/g, ' ').slice(0, 60).trim(), line: found.line } : null;
}

function isCourtesy(text: string): boolean {
  return (
    /^(?:thank you|thanks|dear|i refer|we refer|further to|i write|i am writing|in response to your|with reference|your request|our response (?:is|to)|please (?:find|see) (?:our|the) (?:response|answers?) (?:below|set out)|information request and response|we have (?:now )?(?:considered|dealt|processed|handled|completed)|from:|to:|sent:|date:|subject:|our ref)/i.test(
      text,
    ) ||
    (/:$/.test(text) && text.length < 160)
  );
}

/** A question that has no answer of its own shares what is said of the whole request, where that is one thing. */
function fromWhole(
  judged: Judged,
  general: Decided | null,
  whole: boolean,
  alone: boolean,
  said: readonly Said[],
  relied: readonly Relied[],
): Judged {
  if (!general) return judged;
  if (whole && (general.outcome !== 'part' || alone))
    return { decided: { ...general, because: `the answer is to the whole request: ${general.because}` }, relied: [...relied] };
  if (whole) return judged;
  const against = new Set(
    said
      .filter(({ weak, signal, other }) => !weak && !other && ['refused', 'ncnd', 'not-held', 'cost', 'vexatious'].includes(signal))
      .map(({ signal }) => signal),
  );
  const [only] = against;
  if (against.size !== 1 || !only) return judged;
  const words = said.find(({ signal }) => signal === only);
  const outcome = only as Outcome;
  return {
    decided: {
      outcome,
      closed: null,
      because: `the other questions are answered, and of the rest it says “${words?.words ?? ''}”, line ${words?.line ?? 0}`,
    },
    relied: judged.relied,
  };
}

/** `40` where the entry as a whole relies on `40(2)` alone of section 40. */
function exact(cited: readonly Relied[], all: readonly Relied[]): Relied[] {
  return mostExact(
    cited.map((each) => {
      const finer = all.filter((other) => other.law === each.law && other.provision.startsWith(`${each.provision}(`));
      return finer.length === 1 && finer[0] ? { ...each, provision: finer[0].provision } : each;
    }),
  );
}

function describe(each: readonly Judged[], general: Decided | null): string {
  const counts = new Map<string, number>();
  for (const { decided } of each) counts.set(decided?.outcome ?? 'not stated', (counts.get(decided?.outcome ?? 'not stated') ?? 0) + 1);
  const list = [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  return `of its questions: ${list}${general ? `; of the whole: ${general.because}` : ''}`;
}
