import type { FileRule } from '../rule.ts';

/** What names a person, and is told whatever it says. */
const PERSONAL = new Map([
  ['author', 'an author'],
  ['annotator', 'the author of a comment'],
  ['signature', 'who signed it'],
  ['manager', 'a manager'],
  ['company', 'a company'],
  ['position', 'a position'],
  ['device', 'an owner or the number of a device'],
  ['place', 'a place'],
]);
/** What programs put there where nobody said who they are. */
const NOBODY = /^\(?(?:anonymous|unknown|unspecified|none|user)\)?$/i;
/** A path of somebody's computer, a share, an e-mail address. */
const LEADS_TO_A_PERSON = /(?:^|[\s"'(])(?:[A-Za-z]:[\\/]|\\\\\w|\/(?:Users|home)\/)|[\w.+-]+@[\w-]+\.\w/;

export const pdfAuthor: FileRule = {
  id: 'pdf-author',
  severity: 'warn',
  kinds: ['pdf'],
  finds: 'The name of an author, a company or a computer’s folder in the properties of a PDF.',
  why: 'The properties say who wrote the document, and sometimes the folder it lay in. Anyone can read them, and junior staff are usually not named in answers.',
  mend: {
    acrobat: 'Choose File > Properties and empty the fields, or choose Redact a PDF > Sanitize Document. Save the PDF under a new name.',
    word: 'Choose File > Info > Check for Issues > Inspect Document, remove Document Properties and Personal Information, then save it as a PDF again.',
    libreoffice: 'Choose File > Properties > General, take the tick from “Apply user data”, choose Reset Properties, then export it again.',
    any: 'Empty the document’s properties, and make the PDF again.',
  },
  find: (reading, { allowed }) => {
    const told = new Set<string>();
    let first: { place: object } | undefined;
    for (const { what, value, place } of reading.facts) {
      if (allowed.includes(value.toLowerCase()) || NOBODY.test(value.trim())) continue;
      const name =
        PERSONAL.get(what) ??
        (what !== 'language' && what !== 'working-copy' && LEADS_TO_A_PERSON.test(value) ? 'a folder or an address' : undefined);
      if (name === undefined) continue;
      told.add(name);
      first ??= { place };
    }
    return first ? [{ place: first.place, message: `The file’s properties name ${[...told].join(', ')}` }] : [];
  },
};
