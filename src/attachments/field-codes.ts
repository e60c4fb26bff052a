/** Fields that hold words which the page does not show: entries of an index, questions, alternatives, data of add-ins (ECMA-376 17.16.5). */
const WITH_WORDS = /^\s*(XE|TC|TA|RD|SET|ASK|FILLIN|IF|QUOTE|COMPARE|PRIVATE|ADDIN)\b/i;
/** A format of a date, a number or letters: `\\@ "d MMMM yyyy"`. */
const FORMAT = /\\[@#*]\s*("[^"]*"|\S+)/g;

/** What a person or a program wrote into the code of a field; empty where the code is an instruction alone. */
export function wordsInField(code: string): string {
  if (!WITH_WORDS.test(code)) return '';
  const bare = code.replace(FORMAT, ' ');
  if (/^\s*(ADDIN|PRIVATE)\b/i.test(bare)) return bare.replace(/^\s*\w+/, '');
  return [...bare.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join(' ');
}
