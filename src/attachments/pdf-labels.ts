const PROVISION = String.raw`(?:(?:foia?|foisa|eir|dpa|gdpr)\s*)?(?:(?:s|ss|sec|section|sections|reg|regulation|art|article)\.?\s*)?\d{1,2}[a-z]?(?:\s?\([a-z0-9]{1,4}\)){0,4}`;
const MARKED_PROVISION = String.raw`(?:(?:foia?|foisa|eir)\s*)?(?:(?:s|ss|sec|section|sections|reg|regulation)\.?\s*\d{1,2}[a-z]?(?:\s?\([a-z0-9]{1,4}\)){0,4}|\d{1,2}[a-z]?(?:\s?\([a-z0-9]{1,4}\)){1,4})`;
const WORD = String.raw`(?:redact(?:ed|ion|ions)?|withheld|removed|privileged?|confidential|sealed|exempt(?:ed|ion)?|personal data|personal information|out of scope|not in scope|information redacted)`;
const LABEL = new RegExp(
  String.raw`^[[(]?(?:${WORD}|${MARKED_PROVISION})(?:(?:\s*[,;:&/–-]\s*|\s+(?:and|under|by|per)\s+|\s+)(?:${WORD}|${PROVISION})){0,6}[\])]?\.?$`,
  'iu',
);

/** Whether a text is what an authority writes on a redaction and no more: “Redacted”, “s40(2)”, “Privilege”, “Withheld under section 31(1)”. */
export function isLabel(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= 80 && LABEL.test(trimmed);
}
