import { LEFTOVERS } from '../model/leftovers.ts';
import { shownText, type Block, type Dropped } from './block.ts';
import type { ImportRule } from './rules.ts';

/** Something about the input that a person should look at. `import --json` prints exactly this. */
export interface Report {
  rule: ImportRule;
  line: number | null;
  message: string;
  fix: string;
}

/** Template leftovers: each reported; whole lines of nothing else are left out. */
export function findLeftovers(blocks: readonly Block[]): { kept: Block[]; dropped: Dropped[]; reports: Report[] } {
  const reports: Report[] = [];
  const dropped: Dropped[] = [];
  const kept = blocks.filter((each) => {
    const text = shownText(each);
    const found = text.length < 5000 ? LEFTOVERS.find(({ pattern }) => pattern.test(text)) : undefined;
    if (!found || each.kind === 'table') return true;
    const words = found.pattern.exec(text)?.[0] ?? text;
    reports.push({
      rule: 'template-leftover',
      line: each.line,
      message: found.whole ? `Template text left in the page, “${words}”; it is not copied` : `Template text left in the page, “${words}”`,
      fix: found.whole ? 'Nothing to do, unless something was meant to stand here.' : 'Write what was meant to stand there, or delete it.',
    });
    if (found.whole) dropped.push({ line: each.line, text, why: 'leftover' });
    return !found.whole;
  });
  return { kept, dropped, reports };
}

/** Lines that name or greet a person: they are copied as they stand, and a person should take them out before publication. */
export function findPersonal(blocks: readonly Block[]): Report[] {
  const reports: Report[] = [];
  for (const each of blocks) {
    const text = shownText(each);
    if (/^(?:dear|annwyl)\s/i.test(text) && text.length < 80)
      reports.push({
        rule: 'salutation',
        line: each.line,
        message: `A salutation, “${text}”, perhaps with the name of the person who asked`,
        fix: 'Delete it before publication, or write “Dear applicant”.',
      });
    else if (/^(?:yours (?:sincerely|faithfully|truly)|kind regards|best wishes|regards|yn gywir)[\s,.]*$/i.test(text))
      reports.push({
        rule: 'signature',
        line: each.line,
        message: `The end of a letter, “${text}”, perhaps followed by a name`,
        fix: 'Delete the signature before publication.',
      });
    else {
      const email = text.includes('@') && /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/.exec(text);
      if (
        email &&
        !/^(?:foi|info|information|enquir|contact|dataprotection|freedom|customer|complaints?|casework|mail|health\.data|records|infogov|disclosure)/i.test(
          email[0],
        )
      )
        reports.push({
          rule: 'email-address',
          line: each.line,
          message: `An e-mail address, “${email[0]}”`,
          fix: 'Make sure that it is one the authority publishes, or delete it.',
        });
    }
  }
  return reports;
}
