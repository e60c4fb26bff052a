/** Words that say nothing about what is asked for. They give way to the others, unless there are no others. */
const STOP_WORDS = `
  a about after again all already also am an and any are as ask asked at be because been before being between both but by can cant could did didnt do does doesnt doing
  dont each either else ever every few for from get gets getting give given gives go goes going got had has have havent having he her here hers him his how
  however i id if im in into is isnt it its ive just know let like lot lots many may maybe me might mine more most much must my no nor not of off on once one ones
  only or other others our ours out over own per perhaps please quite rather really regarding same say says shall she should so some still such than thank
  thanks that thats the their theirs them then there these they theyre this those though through to too under until up upon us very via want wanted was wasnt
  we well were werent what whats when where which while who whom whose why will with within without wont would wouldnt yes yet you your yours yourself
  able actually anybody anyone anything anywhere everybody everyone everything somebody someone something kind kinds sort type types
  answer answers copy details detail figure figures find happen happened happens looking number numbers provide question questions
  send show tell total totals
`;

/** Words that every answer of a public body could hold. They give way as stop words do, but count where they stand beside others. */
const WEAK_WORDS = `
  authority board body borough constabulary council county department force government hospital local nhs police public service services trust university
  foi foia freedom info information request requested requesting requests
  area data list policy report time times use used using year years last made make held hold holds
`;

/** Both, as the index tells them to the browser: words by spaces. */
export const WORD_KINDS: [kind: 'stop' | 'weak', words: string][] = [
  ['stop', STOP_WORDS.trim().replace(/\s+/g, ' ')],
  ['weak', WEAK_WORDS.trim().replace(/\s+/g, ' ')],
];
