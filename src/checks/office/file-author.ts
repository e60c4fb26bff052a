import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem } from '../told.ts';

const WORDS: Record<string, string> = {
  author: 'the author',
  'last-author': 'who saved it last',
  manager: 'a manager',
  company: 'the organisation',
  comments: 'comments on it',
  keywords: 'keywords',
  'saved-in': 'the folder it was saved in',
  person: 'people who worked on it',
  signature: 'who signed it',
  view: 'whose view of it is kept',
  keeper: 'who keeps it from being changed',
  'file-name': 'an earlier name of the file',
};

export const fileAuthor: FileRule = {
  id: 'file-author',
  severity: 'warn',
  kinds: ['xlsx', 'docx'],
  finds: 'The name of the author, the last editor, the company or the manager; the folder it was saved in, or a name that it had.',
  why: 'Office writes the name of whoever is signed in. Names of officers are not published.',
  mend: {
    excel:
      'Choose File > Info > Check for Issues > Inspect Document, tick “Document Properties and Personal Information”, Inspect, Remove All; then save.',
    word: 'Choose File > Info > Check for Issues > Inspect Document, tick “Document Properties and Personal Information”, Inspect, Remove All; then save.',
    libreoffice: 'Choose File > Properties, untick “Apply user data”, Reset Properties, OK; then save.',
  },
  find: (reading) => {
    const facts = factsOf(reading, ...Object.keys(WORDS));
    const named = [...new Set(facts.map(({ what }) => WORDS[what] ?? what))].join(', ');
    return oneProblem(facts, () => `The properties of the file name: ${named}`);
  },
};
