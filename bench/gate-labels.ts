/*
 * How well the rules about Office files judge files that others have labelled: prints one line a file with what is expected and what was found.
 *
 *   npm run bench:gate -- [DIR]           the files of ../shared/leaks/office-hidden, or another folder with labels.jsonl
 *
 * Exit 1 where a file is judged otherwise than its label and is not listed as disputed.
 */
import { DISPUTED, findLeaks, judgeLeaks } from '../test/checks/leak-labels.ts';

const folder = process.argv[2] ?? findLeaks();
if (folder === null) {
  console.error('No labelled files: expected ../shared/leaks/office-hidden, LEAKS=DIR, or a folder.');
  process.exit(2);
}
const rows = await judgeLeaks(folder);
for (const { file, expected, found, right, milliseconds } of rows) {
  const said = found.map(({ rule, severity }) => (severity === 'block' ? rule : `(${rule})`)).join(' ');
  console.log(`${right ? 'right' : file in DISPUTED ? 'disputed' : 'WRONG'}\t${expected}\t${file}\t${milliseconds.toFixed(0)} ms\t${said}`);
}
for (const expected of ['flag', 'clean', 'soft', 'malformed'] as const) {
  const of = rows.filter((row) => row.expected === expected);
  console.log(`${expected}: ${of.filter(({ right }) => right).length} of ${of.length} as labelled`);
}
for (const [file, reason] of Object.entries(DISPUTED)) console.log(`disputed: ${file}: ${reason}`);
if (rows.some(({ file, right }) => !right && !(file in DISPUTED))) process.exitCode = 1;
