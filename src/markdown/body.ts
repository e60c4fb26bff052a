/**
 * The body of an entry as parts a reader can be shown one by one. `readBody` makes it from markdown, `writeBody` makes the same
 * markdown from it: reading and writing are inverses. All markdown here is the author's own, unaltered.
 */
export interface Body {
  /** In the order of the text. */
  sections: Section[];
}

/** What a `##` heading announces. `lead` is what stands before the first heading; `other` is a heading with no meaning of its own here. */
export type SectionKind = 'lead' | 'request' | 'response' | 'attachments' | 'other';

export interface Section {
  kind: SectionKind;
  /** The author's heading as markdown, `null` for the lead. */
  heading: string | null;
  parts: Part[];
}

/**
 * `prose`: anything without a meaning of its own.
 * `question`: one numbered question, in the request.
 * `answer`: under a heading such as `Question 3` or `Questions 1 to 4`, in the response.
 * the others: the reasons, under a heading of their own, in the response.
 */
export type Part = ProsePart | QuestionPart | AnswerPart | ReasonPart;

export interface ProsePart {
  kind: 'prose';
  markdown: string;
}

export interface QuestionPart {
  kind: 'question';
  /** How the text shows the number. `item`: a list item, `3.`; `label`: a paragraph that begins `3A)` or `Q3:`; `heading`: `### Question 3`. */
  form: 'item' | 'label' | 'heading';
  /** The number as it stands in the text, with its punctuation: `3.`, `3A)`, `Q3:`, `Question 3`. */
  label: string;
  /** The bare number, `3A`. */
  number: string;
  /** Of the heading, 3 to 6; only with `form: 'heading'`. */
  depth?: number;
  /** What is asked, without the label. */
  markdown: string;
}

export interface AnswerPart {
  kind: 'answer';
  /** The author's heading as markdown: `Question 3`, `Questions 1, 2 and 4`. */
  heading: string;
  /** Every number the heading names; a range is spelled out when its ends are whole numbers. */
  numbers: string[];
  /** Of the heading, 3 to 6. */
  depth: number;
  markdown: string;
}

/** The recurring parts of a reasoned answer, recognised by heading (see `part-headings.ts`). */
export type ReasonKind =
  | 'reasons'
  | 'exemptions-explained'
  | 'prejudice-test'
  | 'public-interest-test'
  | 'factors-for'
  | 'factors-against'
  | 'balance'
  | 'advice'
  | 'complaint';

export interface ReasonPart {
  kind: ReasonKind;
  heading: string;
  /** Of the author's heading, 3 to 6. */
  depth: number;
  markdown: string;
}

/** A part with what a page, a feed and the search index need of it. */
export type RenderedPart<P extends Part = Part> = P & {
  /** Sanitised HTML, headings included where the part is prose; links to this site begin with `/`. */
  html: string;
  /** Plain text, blocks separated by newlines. */
  text: string;
};

/** A body with every part rendered. */
export interface RenderedBody {
  sections: { kind: SectionKind; heading: string | null; parts: RenderedPart[] }[];
}
