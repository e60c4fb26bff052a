/*
 * Requests as members of the public write them, in their own words and with all that people put around a question, and the published answers
 * of the sample log that would spare them the asking. Written from reading the log, before the suggestions were tried on any of them. Half of
 * them are kept back: nothing was chosen by how they come out. A request that the log does not answer must be met with nothing.
 */

export interface RequestText {
  text: string;
  /** References of the answers that would do; none where the log has no answer near it. */
  answers: string[];
  /** Not looked at while the weights and the threshold were chosen. */
  keptBack: boolean;
}

const request = (keptBack: boolean) => (answers: string, text: string) => ({
  text: text.trim(),
  answers: answers.split(' ').filter(Boolean),
  keptBack,
});
const tried = request(false);
const kept = request(true);

export const REQUEST_TEXTS: readonly RequestText[] = [
  tried(
    '1042/26',
    `Dear Sir or Madam, I would like to make a request under the Freedom of Information Act 2000. Over the summer I kept seeing a small aircraft without
a pilot hovering over the allotments behind my house, and a neighbour told me it belonged to the police. Could you please tell me how many drones the
force owns, what they cost, and how often they were flown last year? I would prefer to receive the answer by e-mail. I look forward to hearing from you
within twenty working days. Yours faithfully`,
  ),
  kept(
    '606/24',
    `Hello, my daughter is doing a school project about working animals. We saw the mounted section at the county show. How many horses do you have, what
are they called, and how much money does it take to feed and stable one for a year? Thank you very much.`,
  ),
  tried(
    '1246/25',
    `I was walking in the park in September when a police dog got loose and went for a jogger. He was not hurt badly but it made me wonder. Under the FOI
Act please provide: the number of members of the public bitten by police dogs in each year since 2021, and the total amount of compensation paid to
them.`,
  ),
  kept(
    '979/26 925/25 838/24 825/23',
    `To the Freedom of Information Officer. For a piece in our student newspaper I am researching the use of conducted energy devices. Please tell me how
many times your officers drew, aimed or discharged a Taser in the most recent year for which you have figures, and how many of the people it was used on
were children. If the cost of complying exceeds the limit, please advise me how I can refine my request under section 16.`,
  ),
  tried(
    '1170/26',
    `My son's electric scooter was taken off him by an officer on his way home from work and we have been told it will be destroyed. I would like to know
how many e-scooters have been seized by your force in the past few years, and how many of those were crushed rather than given back to the owner.`,
  ),
  kept(
    '496/24',
    `There seem to be more and more cameras going up on the roads round here that read your registration. I would like to know how many automatic number
plate recognition cameras you operate, the locations of them all, and how long you hang on to the data about innocent motorists before it is deleted.`,
  ),
  tried(
    '515/25',
    `I am a youth worker. The young men I work with tell me they are constantly being stopped. Please could you provide a breakdown of stop and search by
ethnicity for the last financial year, with the reason for each search and whether anything was found.`,
  ),
  kept(
    '1327/25',
    `After the reports in the press about Child Q, our charity wants to know what happens locally. Please disclose how many children under eighteen have been
strip searched by your officers, broken down by age, gender and ethnic background, and whether an appropriate adult was present.`,
  ),
  tried(
    '937/24',
    `I rang 101 last week to report some vandalism to my van and gave up after fifty minutes in the queue. It is a disgrace. How long on average do callers to
101 have to wait for an answer and what proportion of them hang up before they get through? Please give me monthly figures.`,
  ),
  kept(
    '81/25 81A/25',
    `We live at the top of the dale and when my husband's workshop was broken into nobody came for over an hour. I want to know what the average response times
are to emergencies in the Dales, by town if possible, compared with your target.`,
  ),
  tried(
    '615/26',
    `Our town council is concerned that the front desk at our local police station has been shut. Please supply a list of all the stations that have lost
their public enquiry counter since 2010, and tell us whether any more are going to close under your estates plan.`,
  ),
  kept(
    '871/26',
    `I am a fleet consultant. Please tell me how many of your cars and vans are electric, hybrid, petrol and diesel, how many charging points you have
installed for them and whether you have set a date by which the whole fleet will be electric.`,
  ),
  tried(
    '1098/26',
    `Dear FOI team, Recent news coverage suggests that police forces are adopting artificial intelligence. Please list any AI software or machine learning
tools your organisation uses or is trialling, what they are used for, how much you pay for them and any policy that governs their use. Please also say
whether live facial recognition is among them. Many thanks in anticipation, and apologies if this has been asked before.`,
  ),
  kept(
    '34/25',
    `I am a support worker in a refuge. Under Clare's Law a woman can ask whether her boyfriend has been violent before. How many such applications did you get
in the last two years, in how many was a disclosure made, and how many days did it take on average?`,
  ),
  tried(
    '955/26',
    `For my master's thesis I should be grateful for statistics of hate crime recorded by the force over three years, broken down by strand (race, religion,
sexual orientation, disability and transgender identity) and by police area.`,
  ),
  kept(
    '503/26',
    `Hi there. Please can you let me know how many personal data breaches there have been at the force since 2023, how many were serious enough that you
reported them to the ICO, and whether any member of staff lost their job or got a warning because of one.`,
  ),
  tried(
    '1087/25',
    `I wish to know how many of your police officers have been dismissed after a gross misconduct hearing in the past two years. Please include what each of
them was found to have done. I understand that names may have to be redacted in some cases.`,
  ),
  kept(
    '727/24',
    `Please provide me with a list of the outside jobs, businesses and other secondary employment that your police officers have been given permission to
hold, and the number of applications that were refused together with the grounds for refusing.`,
  ),
  tried(
    '224/26',
    `In the interests of transparency, please send me the gifts and hospitality register for your chief constable and the other chief officers for the past
two calendar years. I would like to know who offered them what, how much it was worth and whether they took it.`,
  ),
  kept(
    '1172/25',
    `As a taxpayer I am fed up with public money going to management consultants. How much have you paid them in each of the last three years? I also want to
see the report that they wrote about your control room.`,
  ),
  tried(
    '472/26',
    `Our firm supplies office furniture. Please provide your spend data, i.e. all payments over £500 to suppliers, for the last two financial years in Excel or
CSV format, showing the supplier, date and amount.`,
  ),
  kept(
    '1002/25',
    `This is a request under the Environmental Information Regulations. I live on Canal Street in a flat facing the back yard of the police station. Officers
leave their engines idling for hours and the fumes come into my child's bedroom. Please release all air pollution readings that have been taken there.`,
  ),
  tried(
    '675/26',
    `I belong to an angling club which fishes the beck at Ottersby. In February diesel escaped from your vehicle workshop and we lost a lot of trout. How many
litres were spilt, how much got into the water, and what has the clean-up cost the public purse so far?`,
  ),
  kept(
    '563/26',
    `The barking from your dog kennels is driving the whole lane mad. Have you ever measured how loud it is? How many other people have complained about the
noise in the last few years, and what if anything do you propose to do?`,
  ),
  tried(
    '1069/24',
    `I worked as a caretaker in several police premises in the nineties and have now been diagnosed with a lung condition. Could you please confirm which of
your buildings contain asbestos, when they were last surveyed and how much has been spent on getting rid of it?`,
  ),
  kept(
    '268/24',
    `I manage a small supermarket. We have had a lot of losses through the self service tills. How many shop thefts involving self-checkouts were recorded by
you, and which goods are stolen most frequently?`,
  ),
  tried(
    'FOI-2022-00107',
    `During the lockdowns my nan was fined for sitting on a bench. How many fixed penalty notices did your force give out under the coronavirus rules, how many
were later cancelled, and how many people actually paid up?`,
  ),
  kept(
    '56/26',
    `My wife and I are certain that we saw a black panther crossing the moor road at dusk. Please could you tell us whether anybody else has reported
sightings of big cats in recent years and where?`,
  ),
  tried(
    'FOI-2021-00214',
    `I run a podcast on the unexplained. Please send me details of all UFO sightings or strange lights in the sky reported to your control room, including the
date, place and what the caller described.`,
  ),
  kept(
    '1198/24',
    `Please could you tell me whether all your frontline officers have to have their body-worn video switched on when they search someone, in what percentage of
searches it really was, and for how long you keep the footage. I am asking because I have made a complaint and was told there was no recording.`,
  ),
  tried(
    '807/26',
    `It was lovely to have the tall ships back in Aldermouth but I wonder who pays. Please tell me what the police operation cost over the weekend, including
overtime, and how much of that was recovered from the organisers.`,
  ),
  kept(
    '789/25',
    `As a councillor for the harbour ward I request information on the flooding of Aldermouth police station: the dates on which it has flooded, the cost of
repairs on each occasion and the measures planned to protect it from the sea in future.`,
  ),
  tried(
    '727/26',
    `I am a union representative. Do you have a policy on menopause in the workplace? If so please attach it. I would also like to know how many requests for
adjustments there have been and how many were granted.`,
  ),
  kept(
    '379/25',
    `Everyone knows that speed cameras are a cash cow. How much money has each fixed camera in the county raised in fines over the past five years and where
does all the money go?`,
  ),

  // Not in the log
  tried(
    '',
    `Dear Sir or Madam, I would like to make a request under the Freedom of Information Act 2000. Please acknowledge receipt of this request. I would prefer to
receive the information by e-mail. If you need any clarification please do not hesitate to contact me. I look forward to your response within twenty
working days. Yours faithfully`,
  ),
  kept(
    '',
    `Please tell me how many missing persons reports were made to you last year, how many of those people were under 18 and living in care, and how many had
still not been found after a month.`,
  ),
  tried(
    '',
    `I am concerned about fireworks being let off in the street at all hours. How many calls about fireworks did the police get in October and November, and how
many people were prosecuted for throwing them?`,
  ),
  kept(
    '',
    `Could I have the number of cannabis farms found by your officers in each of the past five years, the number of plants destroyed and the estimated street
value of the drugs?`,
  ),
  tried(
    '',
    `I would like to find out how many of your officers are off sick with stress or anxiety, how many working days have been lost to mental ill health since 2022
and what the force is doing to support them.`,
  ),
  kept(
    '',
    `How much have you spent on interpreters and translation in the last three financial years? Please break it down by language and tell me the name of the
company that holds the contract.`,
  ),
  tried(
    '',
    `My bike was nicked from outside the railway station. Please give me the number of bicycle thefts reported at railway stations in the county and the
percentage of them that resulted in a charge.`,
  ),
  kept(
    '',
    `My aunt died after she was knocked down. Please provide the number of pedestrians and cyclists killed or seriously injured on the A road through our
village since 2015 and any correspondence with the council about a crossing.`,
  ),
  tried(
    '',
    `Could you tell me how many times people have been detained under section 136 of the Mental Health Act, how long officers waited with them in hospital on
average, and how many were held in a cell because no bed could be found?`,
  ),
  kept(
    '',
    `How many firearms and shotgun certificates are in force in your area, how many applications are waiting to be decided, and what is the longest anyone has
waited for a renewal?`,
  ),
  tried(
    '',
    `Hello, I want to know when the recycling centre on the ring road opens on bank holidays and whether I can bring plasterboard and old paint. Last time I
was turned away at the gate, which was very annoying as I had driven fifteen miles.`,
  ),
  kept(
    '',
    `Please send me the minutes of every meeting between your force and the county council about the proposed bypass, along with the traffic modelling and any
objections that you made to the planning application.`,
  ),
  tried(
    '',
    `How many reports of rape and serious sexual assault have been made to you in the last five years, how many led to a charge, and how many complainants
withdrew their support for the prosecution?`,
  ),
  kept(
    '',
    `I would like to know how many dangerous dogs have been taken from their owners under the Dangerous Dogs Act, how many XL Bullies were put down, and what
you pay to private boarding establishments to look after them.`,
  ),
];
