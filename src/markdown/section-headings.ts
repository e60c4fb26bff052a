import type { SectionKind } from './body.ts';

/**
 * The headings under which authorities put the request, the response and the attachments. The first of each is the one this project
 * writes; the others are read as well, in an entry and by the importers. English and Welsh.
 */
export const SECTION_HEADINGS = {
  request: [
    'Request',
    'Your request',
    'The request',
    'Requests',
    'FOI request',
    'Freedom of information request',
    'Request made',
    'Request details',
    'Details of request',
    'Information request',
    'Information requested',
    'Information sought',
    'You asked',
    'You asked us',
    'You asked for',
    'What you asked',
    'What you asked for',
    'What we were asked',
    'We were asked',
    'You requested',
    'You requested the following information',
    'Original request',
    'Summary of request',
    'Question',
    'Questions',
    'Cais',
    'Eich cais',
    'Y cais',
    'Gofynnwyd',
    'Cais am wybodaeth',
  ],
  response: [
    'Response',
    'Our response',
    'The response',
    'Responses',
    'FOI response',
    'Our reply',
    'Reply',
    'Answer',
    'Answers',
    'Our answer',
    'The answer',
    'We said',
    'We answered',
    'What we said',
    'What we answered',
    'Decision',
    'Our decision',
    'Information provided',
    'Information released',
    'Disclosure',
    'Outcome of request',
    'Response details',
    'Authority response',
    'Ymateb',
    'Ein hymateb',
    'Yr ymateb',
    'Ateb',
    'Dywedwyd',
  ],
  attachments: [
    'Attachments',
    'Attachment',
    'Documents',
    'Attached documents',
    'Supporting documents',
    'Related documents',
    'Files',
    'Downloads',
    'Atodiadau',
    'Dogfennau',
  ],
} as const satisfies Partial<Record<SectionKind, readonly string[]>>;

const kinds = new Map<string, SectionKind>(
  Object.entries(SECTION_HEADINGS).flatMap(([kind, headings]) => headings.map((heading) => [plain(heading), kind as SectionKind])),
);

/** What a heading announces, by its words alone (case, a final colon and spaces do not matter); `null` for any other heading. */
export function sectionKindOf(heading: string): 'request' | 'response' | 'attachments' | null {
  return (kinds.get(plain(heading)) as 'request' | 'response' | 'attachments' | undefined) ?? null;
}

function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[\s:.*_]+/g, ' ')
    .trim();
}
