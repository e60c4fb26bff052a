/*
 * Words of a plain question that say nothing about what is asked for. They give way to the others, unless the query has no others.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about all also am an and any are as at be been being but by can could did do does doing each ever every for from get give gave given got had has have having he her here him his how however ' +
    'i id if im in into is it its ive just know like lot many may me might more most much my of off on one or other our out over own per please re regarding said say she should show so some still such ' +
    'take tell than thank thanks that the their them then there these they thing things this those through to too under until up us very via want was wanted we were what whats when where whether which while who whom whose why will with within would ' +
    'you your yours kindly provide request requested requesting info information foi freedom question answer answers anyone anything someone something happen happened happens really actually ' +
    'looking find copy copies send details detail number numbers total totals often times make made use using used police force constabulary council authority'
  ).split(' '),
);
