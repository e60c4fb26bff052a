import { ALONE } from '../../model/text-rules/text-rule.ts';
import { emailAddress } from '../../model/text-rules/email-address.ts';
import type { OuterRule } from '../rule.ts';

/** The forenames that most living people in the United Kingdom have been given, without those that are mostly other words (Mark, Rose, Will, Grace). */
const FORENAMES = new Set(
  `adam adrian aisha alan albert alexander alice alison amanda amelia amy andrea andrew angela ann anna anne anthony barbara benjamin bethany brenda brian caroline
  catherine charles charlotte chloe christine christopher claire craig daniel danielle darren david deborah debra denise diana diane donna dorothy edward elaine
  eleanor elizabeth emily emma eric fatima fiona gareth gary gemma geoffrey george georgina gillian graham hannah harry heather helen hilary holly ian imran isabella jack
  jacqueline james jamie jane janet janice jasmine jason jean jeffrey jennifer jeremy jessica joan joanna joanne john jonathan joseph joshua joyce judith julia julie
  karen kate katherine kathleen kathryn keith kelly kenneth kevin kimberley kirsty laura lauren lee leslie liam linda lisa louise lucy luke lynn malcolm margaret maria
  marie marion martin mary matthew maureen megan melanie michael michelle mohammed muhammad mohammad natalie natasha neil nicholas nicola nigel olivia oliver omar
  pamela patricia patrick paul pauline peter philip phillip rachel raymond rebecca richard robert roger ronald ruth ryan samantha samuel sandra sarah scott sean
  sharon sheila shirley simon sophie stephanie stephen steven stuart susan suzanne terence teresa thomas timothy tracey tracy valerie vanessa victoria wendy
  william yvonne zoe`.split(/\s+/),
);
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|cllr|pc|dc|sgt)$/i;
/** What follows a forename in the name of a place, a building or a thing. */
const PLACE =
  /^(?:street|st|road|rd|lane|avenue|close|drive|way|court|house|park|school|hospital|hall|centre|center|square|terrace|place|library|college|university|bridge|station|ward|wing|building|church|primary|infirmary|line|cross|day|act|foundation|trust|square|quay|dock|report|review|inquiry|policy|scheme|figures|data|response|letter|request|foi|table|schedule|final|draft|copy|version|redacted|v|and|the|of|to|for|in|on|by|pdf|docx?|xlsx?|csv|txt)$/i;

export const nameInFileName: OuterRule = {
  id: 'name-in-file-name',
  severity: 'warn',
  finds: 'What looks like the name of a person, or an e-mail address, in a file’s name.',
  why: 'The name of a file is part of its address, and is published with it.',
  mend: { any: 'Rename the file after what it holds, such as response.pdf.' },
  findOutside({ name }) {
    if (emailAddress.find(name, ALONE).length > 0) return [{ place: {}, message: 'The file’s name holds an e-mail address' }];
    return holdsName(name) ? [{ place: {}, message: 'The file’s name seems to hold the name of a person' }] : [];
  },
};

/** `Response to Jane Fenwick.pdf`, `Mr_Wren.docx`; not `victoria-park.pdf`. */
export function holdsName(name: string): boolean {
  const stem = name.replace(/\.[^.]{1,8}$/, '').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const words = stem.split(/[^\p{L}'’]+/u);
  return words.some((word, index) => {
    const next = words[index + 1] ?? '';
    if (next.length < 2 || PLACE.test(next)) return false;
    return (TITLE.test(word) && /^\p{Lu}/u.test(next)) || FORENAMES.has(word.toLowerCase());
  });
}
