import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { FindingInText } from '../model/finding.ts';
import type { Rule } from '../model/rules.ts';

/** One entry's folder: its text and whatever lies beside it. */
export interface EntryFolder {
  /** Of index.md, relative to the log's folder, with `/`. */
  file: string;
  /** Names beside index.md, as the file system spells them. */
  beside: string[];
}

/**
 * Every `index.md` below `disclosures/`, in the order of their paths. What is not an entry but looks meant as one (another .md file, a link
 * out of the folder) is a finding, so that nothing is left out in silence.
 */
export function findEntries(log: string): { folders: EntryFolder[]; findings: (FindingInText & { file: string })[] } {
  const folders: EntryFolder[] = [];
  const findings: (FindingInText & { file: string })[] = [];
  const report = (rule: Rule, file: string, message: string, fix: string) =>
    void findings.push({ rule, severity: 'block', file, line: 1, column: 1, where: null, message, fix });

  const walk = (folder: string): void => {
    const members = readdirSync(path.join(log, folder), { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    members.sort((a, b) => (a.name < b.name ? -1 : 1));
    const isEntry = members.some((member) => member.name === 'index.md' && member.isFile());
    const beside: string[] = [];
    const below: string[] = [];
    for (const member of members) {
      const file = `${folder}/${member.name}`;
      if (member.isSymbolicLink())
        report('link-out', file, 'Unexpected symbolic link, expected a file or a folder', 'Put the file itself here.');
      else if (member.isDirectory()) below.push(file);
      else if (member.name === 'index.md') folders.push({ file, beside });
      else if (/\.(md|markdown)$/i.test(member.name) && !isEntry)
        report(
          'stray-entry',
          file,
          'Unexpected markdown file, expected an entry as index.md in a folder of its own',
          `Move it to ${file.replace(/\.\w+$/, '')}/index.md.`,
        );
      else if (isEntry) beside.push(member.name);
    }
    below.forEach(walk);
  };
  try {
    walk('disclosures');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    report(
      'no-entries',
      'disclosures',
      'Missing folder disclosures/, expected the entries in it',
      'Create it, or import answers with disclosure-log import.',
    );
  }
  return { folders, findings };
}
