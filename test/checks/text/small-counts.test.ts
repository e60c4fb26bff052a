import { expect, test } from 'vitest';
import { readCsv } from '../../../src/attachments/csv.ts';
import { smallCounts } from '../../../src/checks/text/small-counts.ts';

const find = (csv: string) =>
  smallCounts.find(readCsv(Buffer.from(csv)), { name: 'a.csv', size: 1, allowed: [] }).map(({ message }) => message);

test('counts of people below 5 beside a place or a period are found, and where the first is', () => {
  expect(find('Ward,Patients\nEast,3\nWest,12\nNorth,1\n')).toEqual([
    '2 counts below 5 beside a place or a period, the first in cell B2, line 2',
  ]);
  expect(find('Month,Number of complaints\nMay,2\nJune,14\n')).toEqual(['A count below 5 beside a place or a period, in cell B2, line 2']);
  expect(find('Report of the year\n\nTown,Arrests\nTarnby,4\nHexley,40\n')).toHaveLength(1);
});

test('each of 1 to 4 is small, with spaces around it or not, and nothing else is', () => {
  for (const count of ['1', '2', '3', '4', ' 4 ']) expect(find(`Ward,Patients\nEast,${count}\nWest,12\n`), count).toHaveLength(1);
  for (const count of ['0', '5', '14', '41', '1.5', '1 000', '-3', '"1,234"'])
    expect(find(`Ward,Patients\nEast,${count}\nWest,12\n`), count).toEqual([]);
});

test('a column is counted where at least half of its cells are numbers', () => {
  const column = (...cells: string[]) => find(`Ward,Patients\n${cells.map((cell) => `East,"${cell}"`).join('\n')}\n`);
  expect(column('3', 'not held')).toHaveLength(1);
  expect(column('3', 'not held', 'not held')).toEqual([]);
  expect(column('3', '1,204', 'not held', 'not held')).toHaveLength(1);
  expect(column('3', '123456789', 'not held', 'not held')).toHaveLength(1);
  for (const none of ['1,20', '12,345,6', '1234567890', '1,204 of them', 'c. 1,204', '7 of 9', 'x 12'])
    expect(column('3', none, 'not held', 'not held'), none).toEqual([]);
});

test.each([
  ['Local authority', 'Under 18'],
  ['QUARTER', '18-24'],
  ['Police station', '25 to 40'],
  ['Week ending', 'Over 65'],
  ['LSOA', 'Disabled staff'],
  ['Date', 'Dismissals'],
  ['Prison', '18 – 24'],
  ['School', 'Diagnoses'],
])('beside “%s”, “%s” counts people', (place, people) => {
  expect(find(`${place},${people}\nA,3\nB,12\n`)).toHaveLength(1);
});

test.each([
  ['Wardrobe', 'Patients'],
  ['Backyard', 'Patients'],
  ['Ward', 'Patiently'],
  ['Ward', 'Inpatience'],
  ['Ward', 'Staff score'],
  ['Ward', 'Case ID'],
  ['Ward', 'Patients %'],
  ['Ward', 'Cost of staff'],
  ['Ward', 'Q4 number'],
  ['Ward', 'Number Q'],
  ['Ward', '18 24'],
])('beside “%s”, “%s” does not', (place, people) => {
  expect(find(`${place},${people}\nA,3\nB,12\n`)).toEqual([]);
});

const list = (text: string) => text.split(', ');

test.each(
  list(
    'Area, Ward, Town, City, District, Borough, County, Village, Parish, Region, Division, Sector, Beat, Postcode, Location, Place, Site, Station, School, Hospital, Prison, Trust, Street, Neighbourhood, LSOA, MSOA, Local authority, Year, Quarter, Month, Week, Date, Day, Period',
  ),
)('“%s” is a place or a period', (place) => {
  expect(find(`${place},Patients\nA,3\nB,12\n`)).toHaveLength(1);
  expect(find(`x${place},Patients\nA,3\nB,12\n`)).toEqual([]);
  expect(find(`${place}x,Patients\nA,3\nB,12\n`)).toEqual([]);
});

test.each(
  list(
    'People, Person, Persons, Patient, Patients, Pupil, Pupils, Student, Students, Child, Children, Boy, Boys, Girl, Girls, Men, Women, Male, Female, Staff, Officer, Officers, Employee, Employees, Offender, Offenders, Suspect, Suspects, Victim, Victims, Detainee, Detainees, Prisoner, Prisoners, Applicant, Applicants, Claimant, Claimants, Resident, Residents, Tenant, Tenants, Case, Cases, Death, Deaths, Birth, Births, Suicide, Suicides, Arrest, Arrests, Charge, Charges, Conviction, Convictions, Caution, Cautions, Complaint, Complaints, Dismissal, Dismissals, Dismissed, Incident, Incidents, Offence, Offences, Crime, Crimes, Assault, Assaults, Rape, Rapes, Injuries, Referral, Referrals, Admission, Admissions, Diagnosis, Diagnoses, Count, Number, No, Total, Asian, Black, White, Mixed, Ethnicity, Disabled, Disability, Age, Aged, Under 5, Over 85, 5-9, 10 - 14, 15–19, 20 to 24',
  ),
)('“%s” counts people', (people) => {
  expect(find(`Ward,${people}\nA,3\nB,12\n`)).toHaveLength(1);
  expect(find(`Ward,z${people}\nA,3\nB,12\n`)).toEqual([]);
  expect(find(`Ward,${people}z\nA,3\nB,12\n`).length).toBe(/^Disab/.test(people) ? 1 : 0);
});

test.each(
  list(
    '%, per cent (percent), Rate, Share, Mean, Median, Average, Ratio, Score, Rank, Band, Level, Grade, Priority, Question, Q, Q4, Ref, ID, £, Cost, Price, Hour, Hours, Minute, Minutes, Days, Floor, Seat, Seats, Year, Quarter, Month, Week',
  ),
)('“%s” of patients counts nobody', (measure) => {
  expect(find(`Ward,${measure} of patients\nA,3\nB,12\n`)).toEqual([]);
  expect(find(`Ward,Patients by ${measure}\nA,3\nB,12\n`)).toEqual([]);
});

test.each(
  list('Crate, Shared, Meant, Ratios, Scored, Ranked, Bandaged, Levelled, Graded, Qx, Refuge, Idle, Costly, Priced, Hourly, Day, Yearly'),
)('“%s” patients are counted', (word) => expect(find(`Ward,${word} patients\nA,3\nB,12\n`)).toHaveLength(1));

test('many are told with a comma between the thousands', () => {
  expect(find(`Ward,Patients\n${'East,3\n'.repeat(1204)}`)).toEqual([
    '1,204 counts below 5 beside a place or a period, the first in cell B2, line 2',
  ]);
});

test.each([
  ['none is below 5', 'Ward,Patients\nEast,5\nWest,12\n'],
  ['nobody is there', 'Ward,Patients\nEast,0\nWest,12\n'],
  ['no place and no period', 'Breed,Number\nAlsatian,2\nSpaniel,3\n'],
  ['no people', 'Ward,Speed limit\nEast,4\nWest,3\n'],
  ['shares', 'Ward,Share of patients (%)\nEast,3\nWest,4\n'],
  ['ranks', 'Ward,Priority of cases\nEast,3\nWest,4\n'],
  ['one row', 'Ward,Patients\nEast,3\n'],
  ['words', 'Ward,Patients\nEast,fewer than 5\nWest,12\n'],
])('nothing is found where there are %s', (_, csv) => expect(find(csv)).toEqual([]));
