import type { Provision } from '../provisions.ts';
import { FOISA_DUTIES } from './foisa-duties.ts';
import { ABSOLUTE, BALANCE, CLASS, SUBSTANTIAL_PREJUDICE } from './wording.ts';

/*
 * Freedom of Information (Scotland) Act 2002, Part 2: the exemptions. Kinds from section 2(2). Section 18 lets an authority neither
 * confirm nor deny for those of sections 28 to 35, 38, 39(1) and 41. Source: https://www.legislation.gov.uk/asp/2002/13
 */

const exemption = (provision: Omit<Provision, 'law' | 'isGround'>): Provision => ({ law: 'foisa', isGround: true, ...provision });

const QUALIFIED_CLASS = `Qualified. ${CLASS} ${BALANCE}`;
const QUALIFIED_HARM = `Qualified. ${SUBSTANTIAL_PREJUDICE} ${BALANCE}`;
const NOT_CONFIRMING = ['18(1)'];

const EXEMPTIONS: readonly Provision[] = [
  exemption({
    number: '25',
    title: 'Information otherwise accessible',
    kind: 'absolute',
    meaning:
      'Information that the person asking can reasonably get without asking for it under the Act does not have to be given again. What an authority publishes under its publication scheme counts, as a rule, as accessible.',
    test: `${ABSOLUTE} The question is whether the person who asked can reasonably get the information elsewhere.`,
    confirmOrDeny: [],
    parts: {
      '25(1)': 'information that the person asking can reasonably get in another way',
      '25(3)': 'information available under a publication scheme',
    },
  }),
  exemption({
    number: '26',
    title: 'Prohibitions on disclosure',
    kind: 'absolute',
    meaning:
      'Covers information that another law forbids the authority to reveal, or whose release would be a contempt of court. The answer should say which law that is.',
    test: ABSOLUTE,
    confirmOrDeny: [],
    parts: {
      '26(a)': 'release is forbidden by another law',
      '26(b)': 'release would not be compatible with an obligation that came from European Union law',
      '26(c)': 'release would be, or could be punished as, a contempt of court',
    },
  }),
  exemption({
    number: '27',
    title: 'Information intended for future publication',
    kind: 'qualified',
    meaning:
      'Information that is already going to be published within twelve weeks of the request can be held back until then, where it is reasonable to wait. Information from continuing research whose report is to be published can be held back where early release could do substantial harm to the research or to the people in it.',
    test: `Qualified. For 27(1) the authority must show that publication was already intended and that waiting is reasonable; for 27(2) that substantial harm would follow, or would be likely to. ${BALANCE}`,
    confirmOrDeny: [],
    parts: {
      '27(1)': 'information that is going to be published within twelve weeks of the request',
      '27(2)': 'information from continuing research whose report is to be published',
    },
  }),
  exemption({
    number: '28',
    title: 'Relations within the United Kingdom',
    kind: 'qualified',
    meaning: 'Covers information whose release could do substantial harm to relations between the governments within the United Kingdom.',
    test: QUALIFIED_HARM,
    confirmOrDeny: NOT_CONFIRMING,
    parts: { '28(1)': 'relations between the governments within the United Kingdom' },
  }),
  exemption({
    number: '29',
    title: 'Formulation of Scottish Administration policy',
    kind: 'qualified',
    meaning:
      "Used by the Scottish Administration. It covers information about the making of government policy, communications between ministers, the law officers' advice and ministers' private offices.",
    test: QUALIFIED_CLASS,
    confirmOrDeny: NOT_CONFIRMING,
    parts: {
      '29(1)(a)': 'the formulation or development of government policy',
      '29(1)(b)': 'communications between ministers',
      '29(1)(c)': "the law officers' advice, or a request for it",
      '29(1)(d)': "the operation of a minister's private office",
    },
  }),
  exemption({
    number: '30',
    title: 'Prejudice to effective conduct of public affairs',
    kind: 'qualified',
    meaning:
      'Covers information whose release could hold people back substantially from giving frank advice or exchanging views freely, weaken the collective responsibility of the Scottish Ministers, or do substantial harm to the conduct of public business in another way.',
    test: `Qualified. The authority must show that the substantial harm described would follow, or would be likely to. ${BALANCE}`,
    confirmOrDeny: NOT_CONFIRMING,
    parts: {
      '30(a)': 'the collective responsibility of the Scottish Ministers',
      '30(b)': 'free and frank advice or exchange of views',
      '30(b)(i)': 'the free and frank provision of advice',
      '30(b)(ii)': 'the free and frank exchange of views for the purposes of deliberation',
      '30(c)': 'other substantial harm to the effective conduct of public affairs',
    },
  }),
  exemption({
    number: '31',
    title: 'National security and defence',
    kind: 'qualified',
    meaning:
      'Covers information that has to be withheld to safeguard national security. It also covers information whose release could do substantial harm to defence or to the armed forces.',
    test: `Qualified. For national security the authority must show that withholding is needed; for defence that substantial harm would follow, or would be likely to. ${BALANCE}`,
    confirmOrDeny: NOT_CONFIRMING,
    parts: {
      '31(1)': 'information that has to be withheld to safeguard national security',
      '31(4)': 'defence and the armed forces',
      '31(4)(a)': 'the defence of the British Islands or of any colony',
      '31(4)(b)': 'the capability, effectiveness or security of the armed forces',
    },
  }),
  exemption({
    number: '32',
    title: 'International relations',
    kind: 'qualified',
    meaning:
      'Covers information whose release could do substantial harm to the relations of the United Kingdom with other countries, international organisations or courts, or to its interests abroad. It also covers information that another country or an international body gave in confidence.',
    test: `Qualified. For 32(1)(a) the authority must show that substantial harm would follow, or would be likely to; for 32(1)(b) that the information was obtained in confidence. ${BALANCE}`,
    confirmOrDeny: NOT_CONFIRMING,
    parts: {
      '32(1)(a)': 'relations with other countries and international bodies, and interests abroad',
      '32(1)(b)': 'information obtained in confidence from another country or an international body',
    },
  }),
  exemption({
    number: '33',
    title: 'Commercial interests and the economy',
    kind: 'qualified',
    meaning:
      'Covers trade secrets, and information whose release could do substantial harm to the commercial interests of anyone, whether a company, another organisation or an authority. It also covers substantial harm to the economy or to the finances of a government within the United Kingdom.',
    test: `Qualified. For 33(1)(a) the information must be a trade secret; otherwise the authority must show that substantial harm would follow, or would be likely to. ${BALANCE}`,
    confirmOrDeny: NOT_CONFIRMING,
    parts: {
      '33(1)(a)': 'trade secrets',
      '33(1)(b)': 'the commercial interests of any person or organisation',
      '33(2)': 'the economy and the finances of government',
      '33(2)(a)': 'the economic interests of the United Kingdom or of any part of it',
      '33(2)(b)': 'the financial interests of a government within the United Kingdom',
    },
  }),
  exemption({
    number: '34',
    title: 'Investigations by Scottish public authorities',
    kind: 'qualified',
    meaning:
      'Covers information that an authority has at any time held for a criminal investigation, an inquiry into a death, or certain other investigations and proceedings, and information from confidential sources obtained for some of them.',
    test: QUALIFIED_CLASS,
    confirmOrDeny: NOT_CONFIRMING,
    parts: {
      '34(1)': 'criminal investigations and proceedings',
      '34(2)': 'inquiries into deaths',
      '34(3)': 'other investigations, with confidential sources',
      '34(4)': 'civil proceedings that come out of such investigations',
    },
  }),
  exemption({
    number: '35',
    title: 'Law enforcement',
    kind: 'qualified',
    meaning:
      'Covers information whose release could get substantially in the way of preventing or solving crime, bringing offenders to justice, the work of the courts, collecting tax, controlling immigration, keeping prisons secure, or official checks and inquiries of other kinds.',
    test: QUALIFIED_HARM,
    confirmOrDeny: NOT_CONFIRMING,
    parts: {
      '35(1)(a)': 'the prevention or detection of crime',
      '35(1)(b)': 'the apprehension or prosecution of offenders',
      '35(1)(c)': 'the administration of justice',
      '35(1)(d)': 'the assessment or collection of tax',
      '35(1)(e)': 'the operation of immigration controls',
      '35(1)(f)': 'security and good order in prisons and other places of lawful detention',
      '35(1)(g)': "a public authority's work for the purposes listed in 35(2)",
      '35(1)(h)': 'civil proceedings that a public authority brings for the purposes listed in 35(2)',
      '35(2)': 'the purposes that 35(1)(g) and (h) refer to',
    },
  }),
  exemption({
    number: '36',
    title: 'Confidentiality',
    kind: 'mixed',
    meaning:
      'Covers confidential communications that could be kept back in court proceedings, above all those with lawyers. It also covers information that an authority had from someone else, where making it public would be a breach of confidence that could be taken to court.',
    test: `Mixed. 36(1), on legal communications, is qualified: ${BALANCE.charAt(0).toLowerCase()}${BALANCE.slice(1)} 36(2), on breach of confidence, is absolute: there is no public interest test, but a court would ask whether the public interest excuses the breach.`,
    confirmOrDeny: [],
    parts: {
      '36(1)': 'communications whose confidentiality could be maintained in court proceedings',
      '36(2)': 'information given in confidence by someone else, which it would be actionable to reveal',
    },
  }),
  exemption({
    number: '37',
    title: 'Court records',
    kind: 'absolute',
    meaning:
      'Covers documents that an authority holds only because they were lodged with, served in or made by a court, or by an inquiry or arbitration. Whether the public may see them is for the court or the inquiry and its own rules.',
    test: `${ABSOLUTE} ${CLASS}`,
    confirmOrDeny: [],
    parts: { '37(1)(a)': 'documents of court proceedings', '37(1)(b)': 'documents of an inquiry or an arbitration' },
  }),
  exemption({
    number: '38',
    title: 'Personal information',
    kind: 'mixed',
    meaning:
      "Covers information about living people who can be identified from it. Someone who asks for information about themselves has a right to it under data protection law instead. Information about other people is covered where giving it to the public would break data protection law, or in a few further cases. Census information and a dead person's health record are covered too.",
    test: 'Mixed. For personal data of the person asking, census information, health records, and where giving the information would break the data protection principles, there is no public interest test; those principles bring a balance of their own between the interests of the public and those of the person concerned. In the other cases the public interest decides.',
    confirmOrDeny: NOT_CONFIRMING,
    parts: {
      '38(1)(a)': 'personal data of the person asking',
      '38(1)(b)': 'personal data of someone other than the person asking',
      '38(1)(c)': 'personal census information',
      '38(1)(d)': 'the health record of someone who has died',
      '38(2A)': 'giving it would break the data protection principles',
    },
  }),
  exemption({
    number: '39',
    title: 'Health, safety and the environment',
    kind: 'qualified',
    meaning:
      "Covers information whose release could put anyone's physical or mental health, or anyone's safety, in danger. A second part hands requests for environmental information over to the Environmental Information (Scotland) Regulations 2004, under which they are then decided.",
    test: `Qualified. For 39(1) the authority must show that giving the information would endanger someone, or would be likely to; for 39(2) that the Regulations cover it. ${BALANCE}`,
    confirmOrDeny: NOT_CONFIRMING,
    parts: {
      '39(1)': 'danger to the health or safety of any individual',
      '39(2)': 'information that the Environmental Information (Scotland) Regulations cover',
    },
  }),
  exemption({
    number: '40',
    title: 'Audit functions',
    kind: 'qualified',
    meaning:
      'Used by bodies that audit the accounts of other Scottish public authorities, or examine how well those use their money. It covers information whose release could do substantial harm to that work.',
    test: QUALIFIED_HARM,
    confirmOrDeny: [],
    parts: {
      '40(a)': 'the audit of the accounts of other Scottish public authorities',
      '40(b)': 'examining how economically, efficiently and effectively other Scottish public authorities use their resources',
    },
  }),
  exemption({
    number: '41',
    title: 'Communications with the Sovereign and honours',
    kind: 'qualified',
    meaning:
      'Covers communications with the King or Queen, with other members of the Royal Family and with the Royal Household. It also covers information about the award of honours.',
    test: QUALIFIED_CLASS,
    confirmOrDeny: NOT_CONFIRMING,
    parts: {
      '41(a)': 'communications with the Sovereign, the Royal Family and the Royal Household',
      '41(b)': 'the award of honours by the Sovereign',
    },
  }),
];

/** Every provision of the Act that answers rely on or cite. */
export const FOISA_PROVISIONS: readonly Provision[] = [...FOISA_DUTIES, ...EXEMPTIONS];
