/*
 * A small log in which every word that must stay in the folder begins with `zqhidden`, and every word that may be seen with `zqshown`.
 * No word of a language begins so: whatever file holds one holds it from here.
 */

const SETTINGS = `authority: Zqshown Council # zqhiddencommentofsettings
law: foia
site: https://www.example.org
timeZone: Europe/London
topics: {roads: Roads, waste: Waste}
`;

const SHOWN = `---
# zqhiddencomment
title: Zqshowntitle of lamps
reference: S-1/24
received: 2024-03-01
responded: 2024-03-20
topics: [roads]
department: Zqshowndepartment
related: [ZQHIDDENREFERENCE-draft/01, ZQHIDDENREFERENCE-embargo/02]
supersedes: [ZQHIDDENREFERENCE-draft/01, ZQHIDDENREFERENCE-embargo/02]
series: Zqshownseries
questions:
  - {number: "1", outcome: granted}
  - {number: "2", outcome: refused, exemptions: [43(2)]}
attachments:
  - {file: zqshownfile.csv, title: Zqshownfigures}
  - {file: zqhiddenfilewithdrawn.csv, title: Zqshowntakenback, withdrawn: {date: 2024-04-01, reason: Zqshownreason of withdrawal.}}
acknowledged:
  - {rule: zqhiddenrule, file: zqshownfile.csv, sha256: zqhiddensha, reason: zqhiddenreason of a person, by: zqhiddenrole, on: 2024-03-02}
---
## Request

1. How many zqshownquestion lamps?
2. What did each cost?

## Response

### Question 1

Twelve zqshownanswer lamps, in [this table](zqshownfile.csv).

### Question 2

We withhold this under section 43(2). The zqshownlast word.
`;

/** An entry that says something hidden wherever an entry can say something. @param year only this entry is of that year */
function hiddenEntry(name: string, year: string, state: string, title = `Zqhiddentitle ${name}`): string {
  const word = (what: string) => `zqhidden${what}of${name}`;
  return `---
title: ${title}
reference: ${REFERENCE(name, year)}
${state}received: 20${year}-05-01
responded: 20${year}-05-20
topics: [waste]
department: ${word('department')}
series: Zqshownseries
sameAs: ["https://${word('same')}.example/"]
redirectFrom: ["/${word('old')}"]
corrections: [{date: 20${year}-06-01, note: ${word('correction')}}]
internalReview: {outcome: upheld, date: 20${year}-06-02, note: ${word('review')}}
questions:
  - {number: "1", outcome: cost, exemptions: [37]}
attachments:
  - {file: ${word('file')}.csv, title: ${word('filetitle')}}
---
## Request

1. A question with ${word('question')}?

## Response

### Question 1

An answer with ${word('answer')}.

## Reason for decision

A reason with ${word('grounds')}.
`;
}

const REFERENCE = (name: string, year: string) =>
  name.startsWith('withdrawn') ? `W-${name.slice(9)}/${year}` : `ZQHIDDENREFERENCE-${name}/${year}`;

/** The entries that must not be seen, by name: the line that hides each, and the year that only it is of. */
export const HIDDEN_ENTRIES = {
  draft: { year: '01', line: 'status: draft\n', slug: 'zqhiddenreference-draft-01' },
  embargo: { year: '02', line: 'publishAfter: 2099-01-01T09:00\n', slug: 'zqhiddenreference-embargo-02' },
  withdrawnbare: { year: '03', line: 'status: withdrawn\nwithdrawn: {date: 2024-01-03, reason: Zqshownbare reason.}\n', slug: 'w-bare-03' },
  withdrawntitled: {
    year: '04',
    line: 'status: withdrawn\nwithdrawn: {date: 2024-01-04, reason: Zqshowntitled reason., showTitle: true}\n',
    slug: 'w-titled-04',
  },
} as const;

/** The log. @param everything as if nothing were to be hidden: what shows that a hidden word would be found */
export function canaryLog(everything: boolean): Record<string, string> {
  const files: Record<string, string> = {
    'log.yaml': SETTINGS,
    'zqhiddennote.txt': 'zqhiddentextofnote',
    'disclosures/zqhiddenloose.csv': 'zqhiddentextofloose',
    'disclosures/2024/shown/index.md': SHOWN,
    'disclosures/2024/shown/zqshownfile.csv': 'Place,Lamps\nzqshowncell,12\n',
    'disclosures/2024/shown/zqhiddenfilewithdrawn.csv': 'zqhiddentextofwithdrawnfile',
    'disclosures/2024/shown/zqhiddenbeside.csv': 'zqhiddentextofbeside',
    'disclosures/2024/shown/.zqhiddendot.csv': 'zqhiddentextofdot',
    'disclosures/2024/shown/below/zqhiddenbelow.csv': 'zqhiddentextofbelow',
    'pages/about.md': '---\ntitle: About zqshownpage\n---\nWords of zqshownabout.\n',
    'pages/zqhiddenpage.txt': 'zqhiddentextofpage',
    'public/zqshownlogo.svg': '<svg xmlns="http://www.w3.org/2000/svg"><title>zqshownlogotext</title></svg>',
    'public/.zqhiddenpublic': 'zqhiddentextofpublic',
  };
  for (const [name, { year, line }] of Object.entries(HIDDEN_ENTRIES)) {
    const title = name === 'withdrawntitled' && !everything ? 'Zqshowntomb title' : undefined;
    files[`disclosures/20${year}/${name}/index.md`] = hiddenEntry(name, year, everything ? '' : line, title);
    files[`disclosures/20${year}/${name}/zqhiddenfileof${name}.csv`] = `zqhiddentextof${name}`;
  }
  return files;
}
