import { toldLog, type Told } from './told-log.ts';

/* The answers of a made-up council, for the tests of search: few enough to know by heart. */

export const FERNHILL: Told[] = [
  {
    reference: '1042/26',
    title: 'Council drones',
    date: '2026-10-15',
    topics: ['technology'],
    outcome: 'part',
    exemptions: ['foia 31(1)(a)', 'foia 31(3)'],
    department: 'Estates',
    questions: [
      ['How many drones does the council own?', 'Eleven, at two depots.'],
      ['Which flights were made over allotments?', 'None over allotments. Roofs were surveyed after the storm.'],
      ['Are thermal cameras fitted?', 'We withhold this.'],
    ],
    reasons: 'Section 31(1)(a) applies. Where pilots fly would help burglars.',
  },
  {
    reference: '920A/21',
    title: 'Parking fines cancelled',
    date: '2021-11-02',
    topics: ['roads'],
    outcome: 'granted',
    department: 'Highways',
    questions: [
      ['How many parking fines were cancelled in 2020?', null],
      ['How many were appealed?', '212 cancelled and 97 appealed.'],
    ],
    documents: ['Parking fines by street'],
  },
  {
    reference: 'FOI-2024-00044',
    title: 'Potholes and e-scooters',
    date: '2024-03-04',
    topics: ['roads'],
    outcome: 'cost',
    exemptions: ['foia 12(1)'],
    asked: 'Please list every pothole since 2015 and each e-scooter abandoned.',
    answered: 'Section 12(1): it would take more than 18 hours.',
  },
  {
    reference: 'EIR-2024-00044',
    title: 'Flood wall at Alder Quay',
    date: '2024-05-06',
    law: 'eir',
    topics: ['roads'],
    outcome: 'refused',
    exemptions: ['eir 12(5)(b)', 'eir 12(4)(b)'],
    asked: 'A copy of the inspection of the flood wall, under the Environmental Information Regulations.',
    answered: 'Withheld under regulation 12(5)(b), the course of justice.',
  },
  {
    reference: '44/25',
    title: 'Dog bites in parks',
    date: '2025-02-03',
    topics: ['animals'],
    outcome: 'part',
    exemptions: ['foia 40(2)'],
    questions: [
      ['How many people were bitten by dogs in parks?', 'Nine people were bitten.'],
      ['How many of the dogs were destroyed?', 'Two.'],
      ['Who owns them?', 'Names are personal data, so withheld: section 40(2).'],
    ],
  },
  {
    reference: '45/25',
    title: 'Stun guns carried by wardens',
    date: '2025-02-10',
    topics: ['technology'],
    outcome: 'not-held',
    asked: 'How often has a taser been drawn?',
    answered: 'Wardens carry no such thing; the information is not held.',
  },
  {
    reference: '457_17',
    title: 'Surveillance cameras',
    topics: ['technology'],
    outcome: 'ncnd',
    exemptions: ['foia 31(3)', 'foia 24(2)'],
    asked: 'Is CCTV used covertly?',
    answered: 'We neither confirm nor deny. The drones of 1042/26 are another matter.',
  },
  {
    reference: '01.FOI.22.025733',
    title: 'Knotweed',
    date: '2022-07-08',
    outcome: 'granted',
    asked: 'Where is knotweed?',
    answered: 'Knotweed stands behind the library and by the quay. The fines for planting it are £2,000.',
  },
  {
    reference: '300/23',
    title: 'Heatwave plans',
    date: '2023-08-09',
    outcome: 'granted',
    asked: 'What is done for people who sleep rough in a heatwave?',
    answered: 'Water is given out at the library. A section 60 notice was not needed. It is a matter of law enforcement as well.',
  },
  {
    reference: '301/23',
    title: 'Library closures',
    date: '2023-08-10',
    outcome: 'granted',
    asked: 'Why did the library close at noon?',
    answered: 'It was shut for staff training. Drones filmed the roof.',
  },
  {
    reference: '302/23',
    title: 'Allotments waiting list',
    date: '2023-09-01',
    outcome: 'granted',
    answered: '310 people wait for one of the plots.',
  },
  {
    reference: '303/23',
    title: 'Allotments waiting list',
    date: '2023-09-08',
    outcome: 'granted',
    answered: '310 people wait for one of the plots.',
  },
  {
    reference: 'RFI 7',
    title: 'Staff expenses',
    outcome: 'granted',
    answered: 'Staff claimed £90 for a hotel and for an officer’s 12 hour journey.',
  },
];

export const WITHDRAWN = ['FOI-2023-00017', '77B/22'];

export const fernhill = toldLog(FERNHILL, WITHDRAWN);
