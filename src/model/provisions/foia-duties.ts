import type { Provision } from '../provisions.ts';
import { NO_TEST } from './wording.ts';

/*
 * Freedom of Information Act 2000: the provisions outside Part II that answers cite. Sections 12 and 14 are grounds on which a request
 * need not be answered; the others are duties, rights and steps.
 */

const duty = (provision: Omit<Provision, 'law' | 'isGround' | 'kind' | 'test' | 'confirmOrDeny'>): Provision => ({
  law: 'foia',
  kind: 'procedural',
  isGround: false,
  test: NO_TEST,
  confirmOrDeny: [],
  ...provision,
});

export const FOIA_DUTIES: readonly Provision[] = [
  duty({
    number: '1',
    title: 'The right to information',
    meaning:
      'Anyone who asks a public authority for information has the right to be told whether the authority holds it and, if it does, to be given it. The rest of the Act sets the limits of that right.',
    parts: {
      '1(1)(a)': 'the duty to confirm or deny that the information is held',
      '1(1)(b)': 'the duty to give the information',
      '1(3)': 'asking the person what they mean, where that is reasonably needed to find the information',
      '1(6)': 'what "the duty to confirm or deny" means',
    },
  }),
  duty({
    number: '8',
    title: 'What counts as a request',
    meaning:
      'A request has to be in writing, give a name and an address for the answer, which may be an e-mail address, and describe the information that is wanted.',
    parts: {
      '8(1)': 'a request has to be in writing, with a name and an address, and describe the information',
      '8(1)(a)': 'in writing',
      '8(1)(b)': 'the name of the person asking and an address for the answer',
      '8(1)(c)': 'a description of the information wanted',
    },
  }),
  duty({
    number: '10',
    title: 'Time for answering',
    meaning:
      'An authority has to answer promptly, and no later than the twentieth working day after it received the request. It may take longer, for as long as is reasonable, where it has to weigh the public interest. Some bodies, such as schools, have a different limit.',
    parts: {
      '10(1)': 'no later than the twentieth working day after receipt',
      '10(3)': 'longer where the public interest has to be weighed',
      '10(6)': 'what a working day is',
    },
  }),
  duty({
    number: '11',
    title: 'How the information is given',
    meaning:
      'Someone who asks may say whether they want a copy, a summary or a look at the records, and in what form. The authority has to follow that as far as is reasonably practicable.',
    parts: {
      '11(1)': 'the form that the person asking prefers',
      '11(1A)': 'a data set in a form that can be re-used',
    },
  }),
  {
    law: 'foia',
    number: '12',
    title: 'Cost limit',
    kind: 'procedural',
    isGround: true,
    meaning:
      'An authority does not have to answer a request where finding and extracting the information would cost more than a limit set by regulations: £600 for central government, £450 for other authorities. Time counts at £25 an hour, so that the limits come to 24 and 18 hours. Time spent considering exemptions or redacting does not count.',
    test: 'No public interest test. The authority must estimate reasonably what it would cost to find out whether it holds the information, and to locate, retrieve and extract it.',
    confirmOrDeny: [],
    parts: {
      '12(1)': 'answering would cost more than the limit',
      '12(2)': 'even finding out whether the information is held would cost more than the limit',
      '12(4)': 'related requests whose costs are added together',
    },
  },
  {
    law: 'foia',
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
    number: '16',
    title: 'Advice and assistance',
    meaning:
      'An authority has a duty to help people who ask for information, or want to, as far as can reasonably be expected: for example by saying how a request could be narrowed.',
    parts: { '16(1)': 'the duty to advise and assist' },
  }),
  duty({
    number: '17',
    title: 'Refusal notice',
    meaning:
      'When an authority withholds information, it has to say so in writing within the time limit, name the exemption and explain why it applies. It also has to say how to complain.',
    parts: {
      '17(1)': 'naming the exemption and saying why it applies',
      '17(3)': 'giving the reasons of the public interest test',
      '17(5)': 'a notice that the cost limit applies, or that the request is vexatious or repeated',
      '17(6)': 'when no further notice is needed for a vexatious or repeated request',
      '17(7)': 'telling the person how to complain',
    },
  }),
  duty({
    number: '19',
    title: 'Publication scheme',
    meaning:
      'Every authority has to have a publication scheme: a list of the kinds of information that it publishes without being asked, and how.',
    parts: { '19(1)': 'the duty to have and follow a publication scheme' },
  }),
  duty({
    number: '45',
    title: 'Code of practice',
    meaning:
      'The Government has to publish a code of practice on how authorities should deal with requests: how to help people, consult others, review a decision and publish figures.',
    parts: { '45(1)': 'the code of practice on dealing with requests' },
  }),
  duty({
    number: '50',
    title: 'Complaint to the Information Commissioner',
    meaning:
      "Someone who is not content with an answer can ask the Information Commissioner to decide whether the Act was followed. The authority's own review usually has to be asked for first.",
    parts: {
      '50(1)': 'the right to ask the Information Commissioner for a decision',
      '50(2)(a)': "the authority's own complaints procedure has to be used first",
    },
  }),
];
