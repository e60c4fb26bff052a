import type { Provision } from '../provisions.ts';
import { ABSOLUTE, BALANCE, CLASS, PREJUDICE } from './wording.ts';

/* Freedom of Information Act 2000, Part II: the exemptions of sections 33 to 44. See foia.ts. */

const exemption = (provision: Omit<Provision, 'law' | 'isGround'>): Provision => ({ law: 'foia', isGround: true, ...provision });

const QUALIFIED_CLASS = `Qualified. ${CLASS} ${BALANCE}`;
const QUALIFIED_PREJUDICE = `Qualified. ${PREJUDICE} ${BALANCE}`;

export const FOIA_33_TO_44: readonly Provision[] = [
  exemption({
    number: '33',
    title: 'Audit functions',
    kind: 'qualified',
    meaning:
      'Used by bodies that audit the accounts of other public authorities, or examine how well those use their money. It covers information whose release could harm that work.',
    test: QUALIFIED_PREJUDICE,
    confirmOrDeny: ['33(3)'],
    parts: {
      '33(1)(a)': 'the audit of the accounts of other public authorities',
      '33(1)(b)': 'examining how economically, efficiently and effectively other public authorities use their resources',
    },
  }),
  exemption({
    number: '34',
    title: 'Parliamentary privilege',
    kind: 'absolute',
    meaning:
      'Covers information that has to be withheld so as not to infringe the privileges of the House of Commons or the House of Lords, such as the freedom of their debates and of the papers of their committees.',
    test: `${ABSOLUTE} The authority must show that withholding is needed to avoid an infringement of privilege; a certificate of the House settles it.`,
    confirmOrDeny: ['34(2)'],
    parts: { '34(1)': 'information that has to be withheld to protect the privileges of either House of Parliament' },
  }),
  exemption({
    number: '35',
    title: 'Formulation of government policy',
    kind: 'qualified',
    meaning:
      "Used by government departments and the Welsh Government. It covers information about the making of government policy, communications between ministers, the law officers' advice and ministers' private offices. Once a decision on policy has been taken, statistics used as its background are no longer covered by the parts on policy and on ministers' communications.",
    test: QUALIFIED_CLASS,
    confirmOrDeny: ['35(3)'],
    parts: {
      '35(1)(a)': 'the formulation or development of government policy',
      '35(1)(b)': 'communications between ministers',
      '35(1)(c)': "the law officers' advice, or a request for it",
      '35(1)(d)': "the operation of a minister's private office",
    },
  }),
  exemption({
    number: '36',
    title: 'Prejudice to effective conduct of public affairs',
    kind: 'mixed',
    meaning:
      'Covers information whose release could hold people back from giving frank advice or exchanging views freely, weaken the collective responsibility of ministers, or get in the way of public business in another way. It rests on the reasonable opinion of a senior person whom the Act calls the "qualified person".',
    test: `Mixed. It needs the reasonable opinion of the qualified person, except for statistical information, that harm would follow or would be likely to. For information held by the House of Commons or the House of Lords there is no public interest test. For all other authorities there is: ${lowerFirst(BALANCE)}`,
    confirmOrDeny: ['36(3)'],
    parts: {
      '36(2)(a)': 'the collective responsibility of ministers',
      '36(2)(b)': 'free and frank advice or exchange of views',
      '36(2)(b)(i)': 'the free and frank provision of advice',
      '36(2)(b)(ii)': 'the free and frank exchange of views for the purposes of deliberation',
      '36(2)(c)': 'other harm to the effective conduct of public affairs',
    },
  }),
  exemption({
    number: '37',
    title: 'Communications with the Sovereign and honours',
    kind: 'mixed',
    meaning:
      'Covers communications with the King or Queen, with other members of the Royal Family and with the Royal Household. It also covers information about the award of honours.',
    test: `Mixed. ${CLASS} For most authorities, communications with the Sovereign, the heir to the Throne and the next in line have no public interest test. Other communications, and honours, do: ${lowerFirst(BALANCE)}`,
    confirmOrDeny: ['37(2)'],
    parts: {
      '37(1)(a)': 'communications with the Sovereign',
      '37(1)(aa)': 'communications with the heir to the Throne or the person second in line',
      '37(1)(ab)': 'communications with someone who has since come to the Throne or become heir or second in line',
      '37(1)(ac)': 'communications with other members of the Royal Family',
      '37(1)(ad)': 'communications with the Royal Household',
      '37(1)(b)': 'the award of honours and dignities by the Crown',
    },
  }),
  exemption({
    number: '38',
    title: 'Health and safety',
    kind: 'qualified',
    meaning: "Covers information whose release could put anyone's physical or mental health, or anyone's safety, in danger.",
    test: `Qualified. The authority must show that giving the information would endanger someone, or would be likely to. ${BALANCE}`,
    confirmOrDeny: ['38(2)'],
    parts: {
      '38(1)(a)': 'danger to the physical or mental health of any individual',
      '38(1)(b)': 'danger to the safety of any individual',
    },
  }),
  exemption({
    number: '39',
    title: 'Environmental information',
    kind: 'qualified',
    meaning:
      'Information about the environment has a law of its own, the Environmental Information Regulations 2004. This exemption hands a request for it over to those Regulations, under which it is then decided.',
    test: 'Qualified. The information must be environmental information that the Regulations cover. In practice the question whether to give it is settled by the exceptions and the public interest test of the Regulations.',
    confirmOrDeny: ['39(2)'],
    parts: { '39(1)': 'information that the Environmental Information Regulations cover' },
  }),
  exemption({
    number: '40',
    title: 'Personal information',
    kind: 'mixed',
    meaning:
      'Covers information about living people who can be identified from it. Someone who asks for information about themselves has a right to it under data protection law instead. Information about other people is covered where giving it to the public would break data protection law, or in a few further cases.',
    test: 'Mixed. For personal data of the person asking, and where giving the information would break the data protection principles, there is no public interest test; those principles bring a balance of their own between the interests of the public and those of the person concerned. In the other cases the public interest decides.',
    confirmOrDeny: ['40(5A)', '40(5B)', '40(5)'],
    parts: {
      '40(1)': 'personal data of the person asking',
      '40(2)': 'personal data of someone other than the person asking',
      '40(3)': 'personal data of someone else, as the Act stood before 25 May 2018',
      '40(3A)': 'giving it would break the data protection principles',
      '40(3B)': 'giving it would go against an objection that the person concerned has a right to make',
      '40(4)': 'personal data that the person concerned could not ask to see, as the Act stood before 25 May 2018',
      '40(4A)': 'personal data that the person concerned could not ask to see',
    },
  }),
  exemption({
    number: '41',
    title: 'Information provided in confidence',
    kind: 'absolute',
    meaning:
      'Covers information that an authority had from someone else, where making it public would be a breach of confidence that the person could take to court.',
    test: `${ABSOLUTE} But a court asks whether the public interest would excuse a breach of confidence, and so the authority has to ask it too.`,
    confirmOrDeny: ['41(2)'],
    parts: { '41(1)': 'information given in confidence by someone else, which it would be actionable to reveal' },
  }),
  exemption({
    number: '42',
    title: 'Legal professional privilege',
    kind: 'qualified',
    meaning:
      'Covers confidential communications with lawyers for the purpose of legal advice or of court proceedings. It protects the ability of everyone, public authorities included, to speak openly with their lawyers.',
    test: QUALIFIED_CLASS,
    confirmOrDeny: ['42(2)'],
    parts: { '42(1)': 'information to which legal professional privilege could be claimed in court' },
  }),
  exemption({
    number: '43',
    title: 'Commercial interests',
    kind: 'qualified',
    meaning:
      'Covers trade secrets, and information whose release could harm the commercial interests of anyone, whether a company, another organisation or the authority itself.',
    test: `Qualified. For 43(1) the information must be a trade secret; for 43(2) the authority must show that harm to commercial interests would follow, or would be likely to. ${BALANCE}`,
    confirmOrDeny: ['43(3)'],
    parts: { '43(1)': 'trade secrets', '43(2)': 'prejudice to the commercial interests of any person, including the authority itself' },
  }),
  exemption({
    number: '44',
    title: 'Prohibitions on disclosure',
    kind: 'absolute',
    meaning:
      'Covers information that another law forbids the authority to reveal, or whose release would be a contempt of court. The answer should say which law that is.',
    test: ABSOLUTE,
    confirmOrDeny: ['44(2)'],
    parts: {
      '44(1)(a)': 'release is forbidden by another law',
      '44(1)(b)': 'release would not be compatible with an obligation that came from European Union law',
      '44(1)(c)': 'release would be, or could be punished as, a contempt of court',
    },
  }),
];

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
