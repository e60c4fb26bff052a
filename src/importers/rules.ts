/** What an import reports, beside what it found, guessed and missed. One closed table; a rule's name is stable. */
export const IMPORT_RULES = {
  'no-reference':
    'The page gives no reference. The name of the file stands in for it, and the entry is a draft until the true one is written.',
  'no-title': 'The page gives no title, and no other name of it says what was asked. The reference stands in for it.',
  'attachment-not-imported': 'The page speaks of a file, or of something attached, that did not come with it.',
  'template-leftover': 'Words that a template left behind, such as “Include attachments here”. A line of nothing else is not copied.',
  'empty-section': 'A heading under which nothing stands. It is not copied.',
  'heading-replaced':
    'A heading that only names its section, in words that readers of the log do not know, is written as “Request” or “Response”.',
  'boilerplate-dropped': 'Lines of the site itself, such as “Skip to content”, were left out. Each is named.',
  salutation: 'A salutation, perhaps with the name of the person who asked. It is copied; delete it before publication.',
  signature: 'The end of a letter, perhaps with the name of the person who answered. It is copied; delete it before publication.',
  'email-address': 'An e-mail address that may be a person’s. It is copied; delete it before publication if it is.',
} as const;

export type ImportRule = keyof typeof IMPORT_RULES;
