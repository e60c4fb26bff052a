import { matches, type TextRule } from './text-rule.ts';

const DEAR =
  /^[\s>*_#"“-]{0,12}(?:dear|annwyl)\s{1,3}(?!(?:sir|madam|applicant|requester|requestor|all|colleagues?|enquirer|customer|resident|member|reader|team|foi|freedom|information|council|\[|<|\{)\b|[[<{])[^\s,]{1,40}(?:\s[^\s,]{1,40}){0,3}\s?[,;:.*_"”]{0,4}\s*$/gi;

export const salutation: TextRule = {
  severity: 'warn',
  one: 'a salutation with a name',
  many: 'salutations with a name',
  finds: 'A salutation with a name: “Dear Mr …”.',
  why: 'It names the person who asked. A request is published without saying whose it was.',
  mend: 'Delete the line, or write “Dear applicant”.',
  find: (line) => (line.length < 400 ? matches(DEAR, line, ([match]) => match.toLowerCase()) : []),
};
