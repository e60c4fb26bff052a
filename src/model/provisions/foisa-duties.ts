import type { Provision } from '../provisions.ts';
import { NO_TEST } from './wording.ts';

/*
 * Freedom of Information (Scotland) Act 2002: the provisions outside Part 2 that answers cite. Sections 12, 14, 17 and 18 are grounds on
 * which information is not given; the others are duties, rights and steps.
 */

const duty = (provision: Omit<Provision, 'law' | 'isGround' | 'kind' | 'test' | 'confirmOrDeny'>): Provision => ({
  law: 'foisa',
  kind: 'procedural',
  isGround: false,
  test: NO_TEST,
  confirmOrDeny: [],
  ...provision,
});

export const FOISA_DUTIES: readonly Provision[] = [
  duty({
    number: '1',
    title: 'The right to information',
    meaning:
      'Anyone who asks a Scottish public authority for information that it holds has the right to be given it. The rest of the Act sets the limits of that right.',
    parts: {
      '1(1)': 'the right to be given information',
      '1(3)': 'asking the person what they mean, where that is reasonably needed to find the information',
      '1(4)': 'the information is what is held when the request arrives',
    },
  }),
  duty({
    number: '8',
    title: 'What counts as a request',
    meaning:
      'A request has to be in writing or in another lasting form, such as a recording, give a name and an address for the answer, which may be an e-mail address, and describe the information that is wanted.',
    parts: { '8(1)': 'the form and content of a request' },
  }),
  duty({
    number: '10',
    title: 'Time for answering',
    meaning: 'An authority has to answer promptly, and no later than the twentieth working day after it received the request.',
    parts: { '10(1)': 'no later than the twentieth working day after receipt' },
  }),
  duty({
    number: '11',
    title: 'How the information is given',
    meaning:
      'Someone who asks may say whether they want a copy, a summary or a look at the records, and in what form. The authority has to follow that as far as is reasonably practicable.',
    parts: { '11(1)': 'the form that the person asking prefers' },
  }),
  {
    law: 'foisa',
    number: '12',
    title: 'Excessive cost of compliance',
    kind: 'procedural',
    isGround: true,
    meaning:
      'An authority does not have to answer a request where giving the information would cost more than a limit set by regulations, which is £600. The time of its staff counts at no more than £15 an hour.',
    test: 'No public interest test. The authority must estimate reasonably what it would cost to locate, retrieve and provide the information.',
    confirmOrDeny: [],
    parts: { '12(1)': 'answering would cost more than the limit', '12(2)': 'several requests whose costs are added together' },
  },
  {
    law: 'foisa',
    number: '14',
    title: 'Vexatious or repeated requests',
    kind: 'procedural',
    isGround: true,
    meaning:
      'An authority does not have to answer a request that is vexatious: one that would cause a disproportionate burden or distress for too little purpose. Nor does it have to answer again where the same person asks for the same, or nearly the same, within a short time. It is the request that is judged, not the person.',
    test: 'No public interest test. For 14(1) the authority weighs the burden of the request against its purpose and value; for 14(2) it looks at how alike the requests are and how long ago the last one was answered.',
    confirmOrDeny: [],
    parts: { '14(1)': 'a vexatious request', '14(2)': 'a request that repeats one already answered' },
  },
  duty({
    number: '15',
    title: 'Advice and assistance',
    meaning: 'An authority has a duty to help people who ask for information, or want to, as far as can reasonably be expected.',
    parts: { '15(1)': 'the duty to advise and assist' },
  }),
  duty({
    number: '16',
    title: 'Refusal notice',
    meaning:
      'When an authority that holds the information withholds it, it has to say so in writing, name the exemption and explain why it applies, with the reasons of the public interest test.',
    parts: {
      '16(1)': 'naming the exemption and saying why it applies',
      '16(2)': 'giving the reasons of the public interest test',
      '16(4)': 'a notice that the cost limit applies',
      '16(5)': 'a notice that the request is vexatious or repeated',
    },
  }),
  {
    law: 'foisa',
    number: '17',
    title: 'Information not held',
    kind: 'procedural',
    isGround: true,
    meaning:
      'When an authority does not hold the information that was asked for, it has to say so in a notice. What counts is whether it held the information when the request arrived.',
    test: 'Not an exemption, and no public interest test. The question is whether the authority held the information.',
    confirmOrDeny: [],
    parts: { '17(1)': 'the notice that the information is not held' },
  },
  {
    law: 'foisa',
    number: '18',
    title: 'Neither confirming nor denying',
    kind: 'procedural',
    isGround: true,
    meaning:
      'An authority may decline to say whether the information exists or is held, where one of certain exemptions would apply to it if it did. Such an answer is no sign that the information exists or that it does not.',
    test: 'The authority must show that, if it held the information, one of the exemptions in sections 28 to 35, 38, 39(1) or 41 would let it refuse, and that revealing whether the information exists would be against the public interest.',
    confirmOrDeny: ['18'],
  },
  duty({
    number: '19',
    title: 'What a notice has to say',
    meaning:
      'A refusal and certain other notices have to tell the person how to complain to the authority, how to ask it for a review, and how to go to the Commissioner.',
  }),
  duty({
    number: '20',
    title: 'Asking for a review',
    meaning:
      'Someone who is not content with how an authority dealt with their request can ask it, in writing and normally within 40 working days, to look again.',
    parts: { '20(1)': 'the right to ask for a review' },
  }),
  duty({
    number: '21',
    title: 'Review by the authority',
    meaning:
      'An authority that is asked for a review has to carry it out and answer no later than the twentieth working day after it was asked.',
    parts: { '21(1)': 'no later than the twentieth working day after the review was asked for', '21(4)': 'what a review can decide' },
  }),
  duty({
    number: '47',
    title: 'Application to the Scottish Information Commissioner',
    meaning:
      "Someone who is not content after the authority's review, or who had no answer to it, can ask the Scottish Information Commissioner to decide whether the Act was followed. There is normally a limit of six months.",
    parts: { '47(1)': 'the right to ask the Commissioner for a decision' },
  }),
];
