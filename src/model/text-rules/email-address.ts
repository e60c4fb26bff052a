import { matches, type TextRule } from './text-rule.ts';

const ADDRESS = /(?<![\w.+'-])[\w.+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi;
/** Mailboxes that a team reads, and addresses crossed out with x. A name with a dot or a hyphen in it is a person's, unless all of its parts are of this list. */
const TEAM =
  /^(?:x+|foi|foia|eir|info|information|inforights|infogov|governance|rights|requests?|enquir(?:y|ies)|inquir(?:y|ies)|contact|contactus|contactcentre|us|access|data|dataprotection|protection|dp|dpo|freedom|freedomofinformation|of|and|customer|customers|services?|care|complaints?|casework|mail|mailbox|office|admin|records|disclosure|disclosures|publication|scheme|team|help|helpdesk|support|press|media|communications|comms|news|legal|planning|licensing|parking|council|police|general|public|hello|feedback|reviews?|internal|reception|recruitment|jobs|hr|accessibility|appeals?|correspondence|accounts|finance|procurement|elections|noreply|no|reply|donotreply|postmaster|webmaster|web|sar|sars|dsar|subjectaccess|subject|transparency|health|compliance|privacy|ico|icocasework|the|central|corporate|statistics|stats|research)$/;

export const emailAddress: TextRule = {
  severity: 'warn',
  one: 'an e-mail address that may be a person’s',
  many: 'e-mail addresses that may be people’s',
  finds: 'An e-mail address that is not a team’s (`foi@…`, `enquiries@…`) and that log.yaml does not name.',
  why: 'It names the person who asked, or a member of staff.',
  mend: 'Delete it, or write the address of the team. An address that the authority publishes can be named in log.yaml, under `publicContacts`.',
  find: (line) =>
    line.includes('@')
      ? matches(ADDRESS, line, ([match]) => {
          const address = match.toLowerCase();
          const parts = address.slice(0, address.indexOf('@')).split(/[._+-]|\d+/);
          return parts.every((part) => part === '' || TEAM.test(part)) ? null : address;
        })
      : [],
};
