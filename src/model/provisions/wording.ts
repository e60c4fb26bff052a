/* Sentences that the tests of many provisions share, so that the four tables say the same thing in the same words. */

/** FOIA 2(2)(b), FOISA 2(1)(b): the test of a qualified exemption. */
export const BALANCE =
  'The information must still be given unless the public interest in keeping the exemption outweighs the public interest in giving it.';

/** EIR 12(1)(b) and 12(2); EI(S)R 10(1)(b) and 10(2)(b). */
export const REGULATIONS_BALANCE =
  'The information must still be given unless the public interest in keeping the exception outweighs the public interest in giving it, and the authority must start from a presumption that it will be given.';

/** FOIA 2(3), FOISA 2(2). */
export const ABSOLUTE = 'Absolute: there is no public interest test.';

/** No harm has to be shown. */
export const CLASS = 'Class-based: it is enough that the information is of the kind described; no harm has to be shown.';

/** FOIA: "would, or would be likely to, prejudice". */
export const PREJUDICE =
  'Prejudice-based: the authority must show that giving the information would cause the harm described, or would be likely to.';

/** FOISA and EI(S)R: "would, or would be likely to, prejudice substantially". */
export const SUBSTANTIAL_PREJUDICE =
  'Harm-based: the authority must show that giving the information would cause substantial harm of the kind described, or would be likely to.';

/** EIR 12(5): "would adversely affect". */
export const ADVERSE_EFFECT =
  'Harm-based: the authority must show that giving the information would cause the harm described; that it might is not enough.';

/** Of a provision that is a duty or a procedure and no ground for withholding anything. */
export const NO_TEST = 'Not an exemption: nothing is withheld under it, so there is no test to pass.';
