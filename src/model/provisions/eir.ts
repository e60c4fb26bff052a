import type { Provision } from '../provisions.ts';
import { ADVERSE_EFFECT, NO_TEST, REGULATIONS_BALANCE } from './wording.ts';

/*
 * Environmental Information Regulations 2004: the exceptions of regulations 12 and 13, and what else answers cite.
 * Source: https://www.legislation.gov.uk/uksi/2004/3391
 */

const exception = (provision: Omit<Provision, 'law' | 'kind' | 'isGround'>): Provision => ({
  law: 'eir',
  kind: 'qualified',
  isGround: true,
  ...provision,
});

const duty = (provision: Omit<Provision, 'law' | 'isGround' | 'kind' | 'test' | 'confirmOrDeny'>): Provision => ({
  law: 'eir',
  kind: 'procedural',
  isGround: false,
  test: NO_TEST,
  confirmOrDeny: [],
  ...provision,
});

const QUALIFIED = `Qualified. ${REGULATIONS_BALANCE}`;
const QUALIFIED_HARM = `Qualified. ${ADVERSE_EFFECT} ${REGULATIONS_BALANCE}`;

export const EIR_PROVISIONS: readonly Provision[] = [
  duty({
    number: '5',
    title: 'The duty to make environmental information available',
    meaning:
      'An authority that holds environmental information has to make it available to anyone who asks, as soon as possible and no later than 20 working days after it received the request. The exceptions are in regulations 12 and 13.',
    parts: {
      '5(1)': 'the duty to make information available on request',
      '5(2)': 'no later than 20 working days after receipt',
      '5(3)': 'personal data of the person asking are left to data protection law',
    },
  }),
  {
    law: 'eir',
    number: '6(1)(b)',
    title: 'Information already public in another form',
    kind: 'procedural',
    isGround: true,
    meaning:
      'An authority can refuse to give the information in the form that was asked for where it is already public, and easy for that person to get, in another form. The answer should say where.',
    test: 'No public interest test. The question is whether the information is public and easily accessible to the person who asked.',
    confirmOrDeny: [],
  },
  duty({
    number: '7',
    title: 'More time for a complex request',
    meaning:
      'The limit of 20 working days becomes 40 where the request is so complex and asks for so much that it cannot be answered, or a decision taken, within 20. The authority has to say so within the first 20.',
    parts: { '7(1)': 'a limit of 40 working days instead of 20' },
  }),
  duty({
    number: '9',
    title: 'Advice and assistance',
    meaning:
      'An authority has to help people who ask for environmental information, or want to, as far as can reasonably be expected. Where a request is too general, it has to ask for more detail within 20 working days and help the person give it.',
    parts: { '9(1)': 'the duty to advise and assist', '9(2)': 'asking for more detail where a request is too general' },
  }),
  duty({
    number: '11',
    title: 'Asking the authority to reconsider',
    meaning:
      'Someone who thinks that an authority did not deal with their request as the Regulations require can ask it to look again, within 40 working days. The authority has to decide, free of charge, within 40 working days of being asked.',
  }),
  duty({
    number: '12',
    title: 'Exceptions',
    meaning:
      'This regulation lists the exceptions under which environmental information can be withheld. Each needs a test of the public interest, and the authority has to start from the presumption that the information will be made available.',
    parts: {
      '12(1)': 'an exception has to apply, and the public interest in keeping it has to outweigh the public interest in disclosure',
      '12(1)(a)': 'an exception has to apply',
      '12(1)(b)': 'the public interest test',
      '12(2)': 'the presumption in favour of disclosure',
      '12(3)': 'personal data are dealt with under regulation 13',
    },
  }),
  exception({
    number: '12(4)(a)',
    title: 'Information not held',
    meaning:
      'The authority does not have the information that was asked for, and nobody holds it on its behalf, at the time when the request arrives.',
    test: 'The Regulations ask for a public interest test here too, but where there is no information there is nothing to weigh.',
    confirmOrDeny: [],
  }),
  exception({
    number: '12(4)(b)',
    title: 'Manifestly unreasonable requests',
    meaning:
      'Covers requests that are clearly unreasonable: because answering would take far too much time or money, or because the request is vexatious. The Regulations set no fixed cost limit.',
    test: `Qualified. The authority must show that the request is obviously, and not only arguably, unreasonable. ${REGULATIONS_BALANCE}`,
    confirmOrDeny: [],
  }),
  exception({
    number: '12(4)(c)',
    title: 'Requests that are too general',
    meaning:
      'Covers requests that are put in too general a way to be answered. The authority must first have tried to help the person say more exactly what they want.',
    test: `Qualified. The authority must first have given advice and assistance under regulation 9. ${REGULATIONS_BALANCE}`,
    confirmOrDeny: [],
  }),
  exception({
    number: '12(4)(d)',
    title: 'Unfinished or incomplete material',
    meaning:
      'Covers material that is still being completed, unfinished documents and incomplete data. A draft can remain unfinished even after the final version exists.',
    test: QUALIFIED,
    confirmOrDeny: [],
  }),
  exception({
    number: '12(4)(e)',
    title: 'Internal communications',
    meaning:
      'Covers communications within an authority, and between government departments, so that there can be room to think in private. It covers a wide range of documents, whatever they say; how sensitive they are matters in the public interest test.',
    test: QUALIFIED,
    confirmOrDeny: [],
  }),
  exception({
    number: '12(5)(a)',
    title: 'International relations, defence, national security or public safety',
    meaning:
      'Covers information whose release would harm relations with other countries, defence, national security or the safety of the public.',
    test: QUALIFIED_HARM,
    confirmOrDeny: ['12(6)'],
  }),
  exception({
    number: '12(5)(b)',
    title: 'The course of justice',
    meaning:
      "Covers information whose release would harm the course of justice, someone's chance of a fair trial, or an authority's ability to carry out a criminal or disciplinary inquiry. Confidential legal advice is often dealt with here.",
    test: QUALIFIED_HARM,
    confirmOrDeny: [],
  }),
  exception({
    number: '12(5)(c)',
    title: 'Intellectual property rights',
    meaning: 'Covers information whose release would harm intellectual property rights, such as copyright or rights in a database.',
    test: QUALIFIED_HARM,
    confirmOrDeny: [],
  }),
  exception({
    number: '12(5)(d)',
    title: 'Confidentiality of proceedings',
    meaning:
      "Covers information whose release would harm the confidentiality of an authority's proceedings, where a law provides for that confidentiality.",
    test: `${QUALIFIED_HARM} Not available for information on emissions.`,
    confirmOrDeny: [],
  }),
  exception({
    number: '12(5)(e)',
    title: 'Commercial or industrial confidentiality',
    meaning:
      'Covers commercial or industrial information that the law keeps confidential to protect a legitimate economic interest, where releasing it would harm that confidentiality.',
    test: `${QUALIFIED_HARM} Not available for information on emissions.`,
    confirmOrDeny: [],
  }),
  exception({
    number: '12(5)(f)',
    title: 'Interests of the person who volunteered the information',
    meaning:
      "Covers information that someone gave to an authority freely, without being obliged to and without agreeing to its release, where releasing it would harm that person's interests.",
    test: `${QUALIFIED_HARM} Not available for information on emissions.`,
    confirmOrDeny: [],
  }),
  exception({
    number: '12(5)(g)',
    title: 'Protection of the environment',
    meaning:
      'Covers information whose release would harm the part of the environment that it is about: for example the nesting place of a rare bird.',
    test: `${QUALIFIED_HARM} Not available for information on emissions.`,
    confirmOrDeny: [],
  }),
  {
    law: 'eir',
    number: '12(6)',
    title: 'Neither confirming nor denying',
    kind: 'qualified',
    isGround: true,
    meaning:
      'An authority may decline to say whether it holds the information, where even saying so would harm international relations, defence, national security or public safety. Such an answer is no sign that the information exists or that it does not.',
    test: `Qualified. ${ADVERSE_EFFECT} Saying whether the information is held must also be against the public interest.`,
    confirmOrDeny: ['12(6)'],
  },
  duty({
    number: '12(9)',
    title: 'Information on emissions',
    meaning: 'Information on emissions into the environment cannot be withheld under the exceptions 12(5)(d) to 12(5)(g).',
  }),
  {
    law: 'eir',
    number: '13',
    title: 'Personal data',
    kind: 'mixed',
    isGround: true,
    meaning:
      'Covers information about living people, other than the person asking, who can be identified from it. It must not be made available where that would break data protection law, or in a few further cases.',
    test: 'Mixed. Where giving the information would break the data protection principles there is no public interest test; those principles bring a balance of their own between the interests of the public and those of the person concerned. In the other cases the public interest decides.',
    confirmOrDeny: ['13(5A)', '13(5B)', '13(5)'],
    parts: {
      '13(1)': 'personal data of someone other than the person asking',
      '13(2A)': 'giving it would break the data protection principles',
      '13(2B)': 'giving it would go against an objection that the person concerned has a right to make',
      '13(3A)': 'personal data that the person concerned could not ask to see',
    },
  },
  duty({
    number: '14',
    title: 'Refusal notice',
    meaning:
      'When an authority withholds environmental information, it has to say so in writing within the time limit, name the exception and give the reasons, with those of the public interest test. It also has to say how to ask it to reconsider.',
    parts: { '14(1)': 'refusing in writing', '14(3)': 'giving the reasons for refusal' },
  }),
];
