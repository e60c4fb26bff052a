/** Words that a template left behind. `whole`: the line is nothing else and is not copied into the entry. */
export const LEFTOVERS: readonly { pattern: RegExp; whole: boolean }[] = [
  {
    whole: true,
    pattern:
      /^(?:include|insert|add|attach|upload|list|paste|enter|type) (?:the |any |your )?(?:attachments?|documents?|files?|text|response|request|content|details|links?|title|question|answer|name|date)s?(?: (?:here|below))?[.:]?$/i,
  },
  {
    whole: true,
    pattern:
      /^(?:click or tap (?:here )?to enter (?:text|a date)|click here to enter (?:text|a date)|choose an item|select (?:an item|from list)|enter text here)\.?$/i,
  },
  { whole: true, pattern: /^(?:lorem ipsum\b.{0,400}|n\/?a - delete|\[?delete (?:as appropriate|if not applicable)\]?)\.?$/i },
  { whole: false, pattern: /^(?:tbc|tba|to be (?:confirmed|completed|added)|xx+|\?\?\?+)\.?$/i },
  {
    whole: true,
    pattern:
      /^[[<{«]{1,2}\s?(?:insert|enter|add|delete|type|paste|dn:|drafting note|template|option(?:al)?|choose|select)\b[^\]>}»]{0,200}[\]>}»]{1,2}[.:]?$/i,
  },
  {
    whole: false,
    pattern:
      /[[<{«]{1,2}\s?(?:insert|enter|add|delete|type|paste|drafting note|dn:|choose|select|date|reference number|ref(?:erence)?|name of|your name|officer name|requester name)\b[^\]>}»\n]{0,120}[\]>}»]{1,2}/i,
  },
  { whole: false, pattern: /\{\{[^}\n]{1,80}\}\}|<<[^>\n]{1,80}>>|«\p{L}[\p{L}\p{N}_ ]{0,60}»/u },
  { whole: false, pattern: /\b(?:lorem ipsum|delete as appropriate|delete if not applicable|click (?:or tap )?here to enter text)\b/i },
  { whole: false, pattern: /\bX{3,}(?:\/X{2,})*\b|\bDD\/MM\/YYYY\b/ },
];
