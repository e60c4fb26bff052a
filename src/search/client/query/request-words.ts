/*
 * Words of requests that say how a thing is asked for and not what: courtesies, forms of giving, spans of time, and the law that every
 * request may name. They come on top of the stop words and weak words of queries, which are shorter and choose their words.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const REQUEST_WORDS = words(`
  able above accordance according acknowledge act acts address advance advise aid allow although amount amounts annual annum anonymised apply appreciate
  appreciated april ask asking assist assistance attach attached august aware away basis become becoming believe below breakdown broken calendar case cases
  category categories certain change changed clarification clarify clear come comes coming comply compliance concern concerned concerning confirm consider
  contact contain correct correspondence csv current currently date dates day days dear december decide decided deem disclose disclosed disclosing document
  documents down due during e-mail email end entitled environmental etc excel exceed exceeds exempt exemption fact faithfully feel february file financial
  find finding first following follows form format forward found freedom friday full fully further future grateful greatly happy having hear hearing hello help
  hesitate hi hold hope hour hours if important include included includes including individual instance intend interest interested involved issue january july june keep
  keeping kept kindly knowledge large last late later latest law least leave letter level limit limits little local long look lost love madam make making
  march mean means member members mind minute minutes monday month monthly months morning mr mrs ms name names necessary need needs new newspaper next night
  note notice november obtain occasion occasions october offer old one order original otherwise page part particular past pdf people per percent percentage period
  permitted person piece place plan please point possible prefer preferably previous prior proportion proposed provided provides providing provision public purpose
  purposes put queries question quarter rate reason reasons receipt receive received receiving recent recently record recorded records redact redacted refer reference refine
  refuse regard regarding regards regulations relate relating relation relevant rely remain reply report reported reporting reports research researching respond response
  responded result results return right said saw second section see seek seeking seem sent separate september set share show showing shown sincerely since
  single sir small soon sort specific split spreadsheet stage start state stated statement statistics still story subject submit summary supply supplied table take taken
  taking term terms thank thing things think third three time today together took towards true try trying turn turned twelve twenty two type understand unit
  usual value various way ways week weekend weeks whether whole wish wished wonder word work working write writing written wrote www yearly years yesterday
  eighteen four five six seven eight nine ten fifty hundred thousand million couple half several
  went gone made done much somebody someone nobody everyone around behind near round along across back front top bottom side street road lane house home town
  village city county north south east west country local area region district
  my our your his her their me us him them who we wife husband son daughter mother father mum dad nan friend neighbour neighbours neighbor
  organisation organization among i.e eg ie etc. transparency owns own told gave tells belonged anticipation coverage disgrace lovely
  charity journalist student researcher resident councillor taxpayer campaigner
  good bad best better big great real really sure simply always never often frequently mostly
`);

/** Sentences that are only courtesy, or about how the request is to be handled. */
export const COURTESY =
  /^\W*(?:dear\b|hello\b|hi\b|to the (?:freedom|foi)|yours? (?:faithfully|sincerely)|(?:many |kind |best )?(?:thanks?|regards)\b)[^?]{0,60}$|\b(?:i|we) (?:would|should|wish|want|am writing|'d)?[^.?]{0,30}\b(?:mak(?:e|ing)|submit(?:ting)?) (?:a|this|the following) (?:foi |freedom of information )?request\b[^:?]*$|\blook(?:ing)? forward to\b|\backnowledge(?:ment)? (?:of )?(?:receipt|this)|\b(?:prefer|like) to (?:receive|have) (?:the|this|your) (?:answer|information|reply|response)|\bdo not hesitate\b|\b(?:twenty|20) working days\b|\bsection 16\b|\b(?:cost|appropriate|time) limit\b|\bthis is a request (?:under|made)\b[^:?]*$|\bneed (?:any|further) clarification\b/i;

/** What shows that a sentence asks for something. */
export const ASKING =
  /\?|\bhow (?:many|much|often|long|far|old|big|quickly|loud)\b|\b(?:please|kindly)\b|\b(?:could|can|would|will) you\b|\b(?:i|we)(?: would|'d| should)? (?:like|want|need|wish|request|seek|be grateful)\b|\brequest(?:ing)? (?:information|copies|details|the)\b|\b(?:tell me|tell us|send me|provide|supply|list of|copy of|number of|details of|breakdown of)\b|^\s*(?:\(?\d{1,2}[a-z]?[.):]|\(?[a-z]\)|[-•*])\s/i;
