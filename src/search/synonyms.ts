/**
 * Words that people use for the same thing. Each line is one group: whoever searches for one of them also finds the others, a little lower.
 * A group may hold several words in a row (`stun gun`). Endings do not matter: `drone` stands for `drones`. Write a word as it would be typed;
 * add lines freely, for a line of which the log has no word costs nothing.
 */
export const SYNONYMS: readonly (readonly string[])[] = `
  cctv, camera, surveillance camera, security camera
  officer, police officer, constable, cop
  staff, employee, worker, personnel, workforce
  cost, spend, spent, spending, expenditure, price, paid, pay, payment
  income, revenue, earned, raised, money
  money, fund, funding, budget
  salary, wage, pay, remuneration
  overtime, extra hours
  drone, uav, unmanned aircraft, unmanned aerial vehicle, uas
  taser, stun gun, conducted energy device, electroshock
  gun, firearm, weapon
  knife, blade, bladed
  car, vehicle, fleet
  electric vehicle, ev, electric car
  electric scooter, e-scooter, escooter
  bike, bicycle, cycle
  lorry, truck, hgv
  crash, collision, accident, rta
  seized, confiscated, impounded, taken away
  number plate recognition, anpr, number plate camera
  mobile phone, telephone, phone, smartphone, handset
  computer, laptop, device
  software, system, tool
  artificial intelligence, ai, machine learning, algorithm, chatgpt
  facial recognition, face recognition, lfr
  child, children, kid, minor, juvenile, under 18, young people, youth
  woman, women, female
  man, men, male
  people, person
  old, elderly, older
  dismissed, sacked, fired, dismissal
  resigned, quit, left
  disciplined, disciplinary, misconduct, sanction
  suspended, suspension
  complaint, complained, grievance
  vetting, background check, screening
  recruitment, recruit, hiring, hired
  second job, moonlighting, business interest, outside work
  sick, sickness, illness, absence
  arrest, arrested, detained, detention
  cell, custody, lock-up
  prisoner, detainee, people in custody
  food, meal, menu, eat
  search, searched
  ethnicity, ethnic, race, racial
  racist, racism, race hate
  hate crime, hate incident
  domestic abuse, domestic violence, partner
  clare's law, domestic violence disclosure scheme, right to ask, right to know
  rape, sexual offence, sexual assault
  robbery, mugging
  burglary, break-in, burgled
  theft, stolen, stealing, stole
  shop theft, shoplifting, thefts from shops, retail theft
  self-checkout, self checkout, self-service till, self service till
  drunk, alcohol, drink
  drink driving, drink-drive, drink drive, dui
  drug, narcotic, substance
  fine, penalty, fixed penalty notice, fpn
  penalty charge notice, pcn, parking ticket
  coronavirus, covid, covid-19, pandemic, lockdown
  emergency call, 999 call
  non-emergency, 101 call
  wait, waiting, delay
  response time, how quickly, reach
  close, closed, closure, shut
  front counter, front desk, enquiry office, reception
  police station, station, nick
  building, premises, estate, property
  sell, sale, sold
  buy, bought, purchase, purchased, procurement, procured
  contract, tender, bid
  consultant, consultancy, adviser
  supplier, contractor, vendor
  lawyer, solicitor, barrister, counsel, legal
  gift, hospitality, present
  expenses, claim
  trip, travel, journey
  flight, fly, flown
  dog, canine, k9
  bitten, bite, attack
  horse, mounted
  tree, woodland
  noise, noisy, barking, loud
  pollution, contamination, contaminated, spill
  spill, leak, leaked, oil, diesel, fuel
  stream, beck, brook, river, watercourse
  flood, flooded, flooding
  air quality, air pollution, emissions
  heatwave, hot weather, temperature, heat
  rubbish, waste, litter, refuse collection
  fly-tipping, fly tipping, illegal dumping
  pothole, road defect
  road, street, highway
  traffic, motoring
  speed camera, speeding
  school, academy, education
  teacher, teaching staff
  student, pupil
  exclusion, excluded, expelled
  hospital, nhs, clinic
  doctor, gp, physician
  nurse, nursing
  patient, service user
  waiting list, waiting time
  death, died, fatal, killed
  suicide, self-harm
  mental health, mental illness
  ambulance, paramedic
  housing, home, homeless
  rent, tenancy, tenant
  council tax, rates
  planning permission, planning application, planning
  benefit, universal credit, allowance
  care home, nursing home
  carer, caring
  refugee, asylum seeker, migrant
  foreign, overseas, abroad
  religion, faith, church, mosque, synagogue, temple, place of worship
  gender, sex
  transgender, trans
  gay, lgbt, lesbian
  disabled, disability
  ethnic minority, bme, bame, black and minority ethnic
  menopause, menopausal
  uniform, clothing, kit
  hat, helmet, cap, headgear
  body armour, stab vest
  body-worn, body worn, bodycam, bodyworn
  video, footage, recording
  photo, photograph, picture, image
  mugshot, custody image, custody photograph
  data breach, data loss, gdpr breach
  data protection, gdpr, privacy
  hacked, cyber attack, ransomware
  email, e-mail
  letter, correspondence
  minutes, meeting notes
  ufo, unidentified flying object, alien, lights in the sky
  big cat, panther, puma, lynx
  wildlife, animal
  hunting, hare coursing, poaching
  protest, demonstration, march, rally
  festival, event, concert
  football, match, soccer
  royal, monarchy, king, queen
  spy, spying, surveillance, covert
  imsi catcher, stingray, cell-site simulator
  mutual aid, help other forces, lent to other forces
  volunteer, special constable
  pcso, community support officer
  chief constable, chief officer
  training, trained, course
  policy, procedure, guidance
  review, inspection, audit
  figures, statistics, stats
  foi, freedom of information
  hurt, injured, injury, harmed
  damage, damaged, broken
  lost, missing
  found, discovered
  cancelled, withdrawn, rescinded
  refused, rejected, turned down, declined
  approved, agreed, granted
  ban, banned, prohibited, barred
  toilet, lavatory, wc
  water, bottled water
  cleaning, clean up, clean-up
`
  .trim()
  .split('\n')
  .map((line) => line.split(',').map((word) => word.trim()));
