import { matches, type TextRule } from './text-rule.ts';

const CLOSE =
  /^[\s>*_"“]{0,12}(?:yours (?:sincerely|faithfully|truly)|(?:kind(?:est)?|best|warm|many thanks and kind) regards|regards|best wishes|yn gywir|yr eiddoch yn gywir)[\s,.*_"”]{0,8}(?:[A-Z][^\s]{0,30}\s?){0,4}\s*$/gi;

export const signature: TextRule = {
  severity: 'warn',
  one: 'the end of a letter, with what may be a name after it',
  many: 'ends of letters, with what may be a name after them',
  finds: 'The end of a letter: “Yours sincerely”, “Kind regards”.',
  why: 'The name of the person who asked, or of an officer, mostly follows it.',
  mend: 'Delete it and the name below it.',
  find: (line) => (line.length < 400 ? matches(CLOSE, line, ([match]) => match.toLowerCase()) : []),
};
