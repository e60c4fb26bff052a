import type { Provision } from '../provisions.ts';
import { FOIA_DUTIES } from './foia-duties.ts';
import { FOIA_33_TO_44 } from './foia-33-to-44.ts';
import { ABSOLUTE, BALANCE, CLASS, PREJUDICE } from './wording.ts';

/*
 * Freedom of Information Act 2000, Part II: the exemptions of sections 21 to 32. Kinds from section 2(3); titles from the Act; meanings in plain English, in
 * general words. Source: https://www.legislation.gov.uk/ukpga/2000/36
 */

const exemption = (provision: Omit<Provision, 'law' | 'isGround'>): Provision => ({ law: 'foia', isGround: true, ...provision });

const QUALIFIED_CLASS = `Qualified. ${CLASS} ${BALANCE}`;
const QUALIFIED_PREJUDICE = `Qualified. ${PREJUDICE} ${BALANCE}`;

const FOIA_21_TO_32: readonly Provision[] = [
  exemption({
    number: '21',
    title: 'Information accessible to applicant by other means',
    kind: 'absolute',
    meaning:
      'Information that the person asking can reasonably get in another way, such as from a website or a public register, does not have to be given again under the Act. It can count as accessible even where it has to be paid for. The authority still has to say whether it holds it.',
    test: `${ABSOLUTE} The question is whether the person who asked can reasonably get the information elsewhere.`,
    confirmOrDeny: [],
    parts: { '21(1)': 'information that the person asking can reasonably get in another way' },
  }),
  exemption({
    number: '22',
    title: 'Information intended for future publication',
    kind: 'qualified',
    meaning:
      'Information that is already going to be published, even if the day is not fixed, can be held back until then. The intention must have been there when the request was made, and it must be reasonable to wait.',
    test: `Qualified. The authority must show that publication was already intended and that waiting for it is reasonable. ${BALANCE}`,
    confirmOrDeny: ['22(2)'],
    parts: { '22(1)': 'information that was already going to be published when it was asked for' },
  }),
  exemption({
    number: '22A',
    title: 'Research',
    kind: 'qualified',
    meaning:
      'Covers information from a research programme that is still going on, where a report of the research is to be published. It protects the programme, the people who take part and the authorities concerned from the harm that early release could do.',
    test: QUALIFIED_PREJUDICE,
    confirmOrDeny: ['22A(2)'],
    parts: { '22A(1)': 'information from continuing research whose report is to be published' },
  }),
  exemption({
    number: '23',
    title: 'Information supplied by, or relating to, bodies dealing with security matters',
    kind: 'absolute',
    meaning:
      'Covers information that came from, or is about, one of the security and intelligence bodies that the Act lists, such as MI5, MI6, GCHQ and the National Crime Agency. What the information says, and whether releasing it would do harm, makes no difference.',
    test: `Absolute: there is no public interest test, except for historical records in a public record office. ${CLASS}`,
    confirmOrDeny: ['23(5)'],
    parts: {
      '23(1)': 'information that came from a security body listed in the Act, or is about one',
      '23(3)': 'the list of security bodies',
    },
  }),
  exemption({
    number: '24',
    title: 'National security',
    kind: 'qualified',
    meaning:
      'Covers information that has to be withheld to keep the United Kingdom and its people secure, for example from terrorism or espionage. Small pieces that look harmless alone can be covered where, put together with others, they would help someone who means harm.',
    test: `Qualified. The authority must show that withholding the information is needed to safeguard national security. ${BALANCE}`,
    confirmOrDeny: ['24(2)'],
    parts: { '24(1)': 'information that has to be withheld to safeguard national security' },
  }),
  exemption({
    number: '26',
    title: 'Defence',
    kind: 'qualified',
    meaning:
      'Covers information whose release could harm the defence of the British Islands, or make the armed forces, or forces working with them, less able, effective or safe.',
    test: QUALIFIED_PREJUDICE,
    confirmOrDeny: ['26(3)'],
    parts: {
      '26(1)(a)': 'the defence of the British Islands or of any colony',
      '26(1)(b)': 'the capability, effectiveness or security of the armed forces',
    },
  }),
  exemption({
    number: '27',
    title: 'International relations',
    kind: 'qualified',
    meaning:
      'Covers information whose release could harm the relations of the United Kingdom with other countries, international organisations or international courts, or its interests abroad. It also covers information that another country or an international body gave in confidence.',
    test: `Qualified. For 27(1) the authority must show that harm would follow, or would be likely to; for 27(2) that the information was obtained in confidence. ${BALANCE}`,
    confirmOrDeny: ['27(4)'],
    parts: {
      '27(1)(a)': 'relations between the United Kingdom and another country',
      '27(1)(b)': 'relations between the United Kingdom and an international organisation or court',
      '27(1)(c)': 'the interests of the United Kingdom abroad',
      '27(1)(d)': 'promoting or protecting the interests of the United Kingdom abroad',
      '27(2)': 'information obtained in confidence from another country or an international body',
    },
  }),
  exemption({
    number: '28',
    title: 'Relations within the United Kingdom',
    kind: 'qualified',
    meaning:
      'Covers information whose release could harm relations between the governments within the United Kingdom: the UK Government, the Scottish and Welsh Governments and the Northern Ireland Executive.',
    test: QUALIFIED_PREJUDICE,
    confirmOrDeny: ['28(3)'],
    parts: { '28(1)': 'relations between the governments within the United Kingdom' },
  }),
  exemption({
    number: '29',
    title: 'The economy',
    kind: 'qualified',
    meaning:
      'Covers information whose release could harm the economy of the United Kingdom or of any part of it, or the finances of one of the governments within the United Kingdom.',
    test: QUALIFIED_PREJUDICE,
    confirmOrDeny: ['29(2)'],
    parts: {
      '29(1)(a)': 'the economic interests of the United Kingdom or of any part of it',
      '29(1)(b)': 'the financial interests of a government within the United Kingdom',
    },
  }),
  exemption({
    number: '30',
    title: 'Investigations and proceedings conducted by public authorities',
    kind: 'qualified',
    meaning:
      'Covers information that an authority has at any time held for a criminal investigation or prosecution that it has the duty or the power to carry out. It also covers information from confidential sources, such as informants, obtained for that or certain other investigations.',
    test: QUALIFIED_CLASS,
    confirmOrDeny: ['30(3)'],
    parts: {
      '30(1)(a)': 'an investigation into whether someone should be charged with an offence, or is guilty of it',
      '30(1)(b)': 'an investigation that may lead the authority to bring criminal proceedings',
      '30(1)(c)': 'criminal proceedings that the authority has power to conduct',
      '30(2)': 'information that relates to confidential sources',
    },
  }),
  exemption({
    number: '31',
    title: 'Law enforcement',
    kind: 'qualified',
    meaning:
      'Covers information whose release could get in the way of preventing or solving crime, bringing offenders to justice, the work of the courts, collecting tax, controlling immigration, keeping prisons secure, or official checks and inquiries of other kinds. It applies where the exemption for investigations (section 30) does not.',
    test: QUALIFIED_PREJUDICE,
    confirmOrDeny: ['31(3)'],
    parts: {
      '31(1)(a)': 'the prevention or detection of crime',
      '31(1)(b)': 'the apprehension or prosecution of offenders',
      '31(1)(c)': 'the administration of justice',
      '31(1)(d)': 'the assessment or collection of tax',
      '31(1)(e)': 'the operation of immigration controls',
      '31(1)(f)': 'security and good order in prisons and other places of lawful detention',
      '31(1)(g)': "a public authority's work for the purposes listed in 31(2)",
      '31(1)(h)': 'civil proceedings that a public authority brings for the purposes listed in 31(2)',
      '31(1)(i)': 'inquiries into fatal accidents and sudden deaths in Scotland',
      '31(2)': 'the purposes that 31(1)(g) and (h) refer to',
      '31(2)(a)': 'finding out whether someone has failed to comply with the law',
      '31(2)(b)': 'finding out whether someone is responsible for improper conduct',
      '31(2)(c)': 'finding out whether regulatory action is justified',
      '31(2)(d)': 'finding out whether someone is fit or competent to manage a company or to work in a profession',
      '31(2)(e)': 'finding out the cause of an accident',
      '31(2)(f)': 'protecting charities against misconduct or mismanagement',
      '31(2)(g)': 'protecting the property of charities',
      '31(2)(h)': 'recovering the property of charities',
      '31(2)(i)': 'the health, safety and welfare of people at work',
      '31(2)(j)': 'protecting other people from risks that arise from work',
    },
  }),
  exemption({
    number: '32',
    title: 'Court records',
    kind: 'absolute',
    meaning:
      'Covers documents that an authority holds only because they were filed with, served in or made by a court, or by an inquiry or arbitration. Whether the public may see them is for the court or the inquiry and its own rules.',
    test: `${ABSOLUTE} ${CLASS}`,
    confirmOrDeny: ['32(3)'],
    parts: {
      '32(1)(a)': 'documents filed with a court',
      '32(1)(b)': 'documents served on or by a public authority for court proceedings',
      '32(1)(c)': 'documents made by a court or its staff',
      '32(2)': 'documents of an inquiry or an arbitration',
    },
  }),
];

/** Every provision of the Act that answers rely on or cite. Section 25, on ministerial certificates, is no exemption and is left out. */
export const FOIA_PROVISIONS: readonly Provision[] = [...FOIA_DUTIES, ...FOIA_21_TO_32, ...FOIA_33_TO_44];
